using StaticNet.Generator.Diagnostics;

namespace StaticNet.Generator.Declaration.Rules;

/// <summary>Which layer reads which.</summary>
internal static class FlowRules
{
    public static IEnumerable<NetworkError> SomeLayer(NetworkDeclaration network)
    {
        if (network.Layers.All(layer => layer.IsLoss))
            yield return new(Descriptors.NoLayer, Site.Class, network.Name);
    }

    public static IEnumerable<NetworkError> Joins(NetworkDeclaration network)
    {
        foreach (LayerDeclaration layer in network.Layers)
        {
            string? fault = layer.Joined switch
            {
                null => null,
                { Count: 0 } => "no names",
                { Count: 1 } => "one name",
                _ => layer.From is null ? null : "a From",
            };
            if (fault is not null)
                yield return new(Descriptors.JoinNames, layer.Site, layer.Name, layer.Kind, fault);
        }
    }

    public static IEnumerable<NetworkError> Sources(NetworkDeclaration network)
    {
        List<string> earlier = [];
        foreach (LayerDeclaration layer in network.Layers)
        {
            foreach (string name in NamedSources(layer).Where(name => !earlier.Contains(name)).Distinct())
                yield return Unresolved(network, layer, name, earlier);
            earlier.Add(layer.Name);
        }
    }

    // An unresolved or a missing name would leave a branch unread that was meant to be read.
    public static IEnumerable<NetworkError> UnusedBranches(NetworkDeclaration network)
    {
        if (Joins(network).Concat(Sources(network)).Any())
            yield break;
        for (int i = 0; i < network.Layers.Count - 1; i++)
        {
            LayerDeclaration layer = network.Layers[i];
            LayerDeclaration next = network.Layers[i + 1];
            bool isRead = !NamedSources(next).Any() || network.Layers.Skip(i + 1).Any(later => NamedSources(later).Contains(layer.Name));
            if (!isRead && !layer.IsLoss)
                yield return new(Descriptors.UnusedBranch, layer.Site, layer.Name, layer.Kind);
        }
    }

    private static NetworkError Unresolved(NetworkDeclaration network, LayerDeclaration layer, string name, List<string> earlier)
    {
        bool stands = network.Layers.Any(other => other.Name == name);
        string mend = NearestName.Of(name, earlier) is not { } nearest ? "it is the first layer and reads the input, so remove the name"
            : stands && name != layer.Name ? $"move that layer before it, or write '{nearest}', the nearest earlier name"
            : $"write '{nearest}', the nearest earlier name";
        return new(stands ? Descriptors.LaterFrom : Descriptors.UnknownFrom, layer.Site, layer.Name, layer.Kind, name, mend)
        {
            Rename = !stands && NearestName.Of(name, earlier) is { } right ? (name, right) : null,
        };
    }

    /// <summary>The layers that a layer names; none where it reads the one before it.</summary>
    private static IEnumerable<string> NamedSources(LayerDeclaration layer) =>
        layer.Joined is { } joined ? joined : layer.From is { } from ? [from] : [];
}
