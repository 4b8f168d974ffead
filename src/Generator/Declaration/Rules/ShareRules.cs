using StaticNet.Generator.Diagnostics;

namespace StaticNet.Generator.Declaration.Rules;

/// <summary>Whose parameters a layer uses. Whether their shapes fit is known when it is built.</summary>
internal static class ShareRules
{
    public static IEnumerable<NetworkError> Owners(NetworkDeclaration network)
    {
        List<LayerDeclaration> earlier = [];
        foreach (LayerDeclaration layer in network.Layers.Where(layer => !layer.IsLoss))
        {
            if (layer.Share is { } name)
            {
                LayerDeclaration? owner = earlier.Find(other => other.Name == name);
                string? nearest = NearestName.Of(name, earlier.Where(other => other.Kind == layer.Kind).Select(other => other.Name));
                if (owner is null)
                {
                    yield return new(
                        Descriptors.UnknownShare, layer.Site, layer.Name, layer.Kind, name, nearest is null ? "remove Share" : $"write '{nearest}', the nearest earlier {layer.Kind}")
                    {
                        Rename = nearest is null ? null : (name, nearest),
                    };
                }
                else if (owner.Kind != layer.Kind)
                {
                    yield return new(
                        Descriptors.ShareOfOtherKind, layer.Site, layer.Name, layer.Kind, name, owner.Kind, nearest is null ? "remove Share" : $"name another {layer.Kind}, such as '{nearest}'");
                }
            }

            earlier.Add(layer);
        }
    }
}
