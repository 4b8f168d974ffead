using StaticNet.Generator.Diagnostics;

namespace StaticNet.Generator.Declaration.Rules;

/// <summary>A layer's name becomes a C# member. Of several faults of one name the first in the table speaks.</summary>
internal static class NameRules
{
    public static IEnumerable<NetworkError> Invalid(NetworkDeclaration network, NetworkSource source) =>
        from layer in network.Layers
        where !LayerNames.IsIdentifier(layer.Name)
        select new NetworkError(Descriptors.InvalidName, layer.Site, layer.Name, layer.Kind, LayerNames.OfMember(LayerNames.Stem(layer.Kind) + "1"));

    // Names that differ in capitals alone may have one member, and members that do may have one name.
    public static IEnumerable<NetworkError> Duplicate(NetworkDeclaration network, NetworkSource source)
    {
        List<LayerDeclaration> earlier = [];
        foreach (LayerDeclaration layer in Valid(network))
        {
            if (earlier.Find(other => other.Member == layer.Member || other.Name == layer.Name) is { } first)
                yield return new(Descriptors.DuplicateName, layer.Site, layer.Name, layer.Kind, first.Name,
                    first.Member == layer.Member ? $"the member '{layer.Member}'" : $"'{layer.Name}' in files");
            else
                earlier.Add(layer);
        }
    }

    public static IEnumerable<NetworkError> OfClass(NetworkDeclaration network, NetworkSource source) =>
        from layer in Valid(network)
        where layer.Member == source.Type.Name
        select new NetworkError(Descriptors.NameIsClass, layer.Site, layer.Name, layer.Kind, network.Name);

    public static IEnumerable<NetworkError> Taken(NetworkDeclaration network, NetworkSource source)
    {
        HashSet<string> taken = MemberRules.Names(source);
        return from layer in Valid(network)
               where taken.Contains(layer.Member!) && !Surface.ForbidsLayer(layer.Member!)
               select new NetworkError(Descriptors.NameTaken, layer.Site, layer.Name, layer.Kind, layer.Member!, network.Name);
    }

    public static IEnumerable<NetworkError> Reserved(NetworkDeclaration network, NetworkSource source) =>
        from layer in Valid(network)
        where Surface.ForbidsLayer(layer.Member!)
        select new NetworkError(Descriptors.NameReserved, layer.Site, layer.Name, layer.Kind, layer.Member!);

    private static IEnumerable<LayerDeclaration> Valid(NetworkDeclaration network) =>
        network.Layers.Where(layer => LayerNames.IsIdentifier(layer.Name));
}
