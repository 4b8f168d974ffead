using StaticNet.Generator.Diagnostics;

namespace StaticNet.Generator.Declaration.Rules;

/// <summary>A layer's name becomes a C# member. Of several faults of one name the first in the table speaks.</summary>
internal static class NameRules
{
    public static IEnumerable<NetworkError> Invalid(NetworkDeclaration network, NetworkSource source) =>
        from layer in network.Layers
        where !LayerNames.IsIdentifier(layer.Name)
        select new NetworkError(Descriptors.InvalidName, layer.Site, layer.Name, layer.Kind, LayerNames.Stem(layer.Kind) + "1");

    public static IEnumerable<NetworkError> Duplicate(NetworkDeclaration network, NetworkSource source)
    {
        Dictionary<string, string> earlier = [];
        foreach (LayerDeclaration layer in Valid(network))
        {
            string member = LayerNames.Member(layer.Name);
            if (earlier.TryGetValue(member, out string? first))
                yield return new(Descriptors.DuplicateName, layer.Site, layer.Name, layer.Kind, first, member);
            else
                earlier.Add(member, layer.Name);
        }
    }

    public static IEnumerable<NetworkError> OfClass(NetworkDeclaration network, NetworkSource source) =>
        from layer in Valid(network)
        where LayerNames.Member(layer.Name) == source.Type.Name
        select new NetworkError(Descriptors.NameIsClass, layer.Site, layer.Name, layer.Kind, network.Name);

    public static IEnumerable<NetworkError> Taken(NetworkDeclaration network, NetworkSource source)
    {
        HashSet<string> taken = MemberRules.Names(source);
        return from layer in Valid(network)
               let member = LayerNames.Member(layer.Name)
               where taken.Contains(member) && !Surface.ForbidsLayer(member)
               select new NetworkError(Descriptors.NameTaken, layer.Site, layer.Name, layer.Kind, member, network.Name);
    }

    public static IEnumerable<NetworkError> Reserved(NetworkDeclaration network, NetworkSource source) =>
        from layer in Valid(network)
        let member = LayerNames.Member(layer.Name)
        where Surface.ForbidsLayer(member)
        select new NetworkError(Descriptors.NameReserved, layer.Site, layer.Name, layer.Kind, member);

    private static IEnumerable<LayerDeclaration> Valid(NetworkDeclaration network) =>
        network.Layers.Where(layer => LayerNames.IsIdentifier(layer.Name));
}
