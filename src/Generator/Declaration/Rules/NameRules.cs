using StaticNet.Generator.Diagnostics;

namespace StaticNet.Generator.Declaration.Rules;

/// <summary>A layer's name becomes a C# member. Of several faults of one name the first in the table speaks.</summary>
internal static class NameRules
{
    public static IEnumerable<NetworkError> Invalid(NetworkDeclaration network, NetworkSource source) =>
        from named in Inputs(network)
            .Concat(network.Outputs.Select(output => (output.Name, Kind: "Output", output.Site)))
            .Concat(network.Named.Select(layer => (layer.Name, layer.Kind, layer.Site)))
        where !LayerNames.IsIdentifier(LayerNames.Last(named.Name))
        select new NetworkError(Descriptors.InvalidName, named.Site, named.Name, named.Kind, Typed(named.Kind, Free(network, LayerNames.OfMember(LayerNames.Stem(named.Kind)), first: 1)));

    // From names inputs as it does layers: two of one name would be one.
    public static IEnumerable<NetworkError> Inputs(NetworkDeclaration network, NetworkSource source)
    {
        List<string> earlier = [];
        foreach (var (name, kind, site) in Inputs(network).Concat(Valid(network).Select(layer => (layer.Name, layer.Kind, layer.Site))))
        {
            if (earlier.Contains(name))
                yield return new(Descriptors.DuplicateName, site, name, kind, name, $"'{name}' in From") { Rename = (name, Free(network, name)) };
            if (kind == "Input")
                earlier.Add(name);
        }
    }

    // Names that differ in capitals alone may have one member, and members that do may have one name.
    public static IEnumerable<NetworkError> Duplicate(NetworkDeclaration network, NetworkSource source)
    {
        List<LayerDeclaration> earlier = [];
        List<string> twice = [];
        foreach (LayerDeclaration layer in Valid(network))
        {
            // A block that has another's name has its layers' names too.
            if (twice.Exists(block => layer.Name.StartsWith(block, StringComparison.Ordinal)))
                continue;
            if (earlier.Find(other => other.Member == layer.Member || other.Name == layer.Name) is { } first)
            {
                yield return new(Descriptors.DuplicateName, layer.Site, layer.Name, layer.Kind, first.Name,
                    first.Member == layer.Member ? $"the member '{layer.Member}'" : $"'{layer.Name}' in files")
                {
                    Rename = layer.IsPart ? null : (layer.Name, Free(network, layer.Name)),
                };
                twice.Add(layer.Name + ".");
            }
            else
            {
                earlier.Add(layer);
            }
        }
    }

    public static IEnumerable<NetworkError> OfClass(NetworkDeclaration network, NetworkSource source) =>
        from layer in Valid(network)
        where !layer.IsInBlock && layer.Member == source.Type.Name
        select new NetworkError(Descriptors.NameIsClass, layer.Site, layer.Name, layer.Kind, network.Name);

    public static IEnumerable<NetworkError> Taken(NetworkDeclaration network, NetworkSource source)
    {
        HashSet<string> taken = MemberRules.Names(source);
        return from layer in Valid(network)
               where !layer.IsInBlock && taken.Contains(layer.Member!) && !Surface.ForbidsLayer(layer.Member!)
               select new NetworkError(Descriptors.NameTaken, layer.Site, layer.Name, layer.Kind, layer.Member!, network.Name);
    }

    public static IEnumerable<NetworkError> Reserved(NetworkDeclaration network, NetworkSource source) =>
        from layer in Valid(network)
        where Surface.ForbidsLayer(LayerNames.Last(layer.Member!)) || network.LengthMembers.Contains(layer.Member!)
        select new NetworkError(Descriptors.NameReserved, layer.Site, layer.Name, layer.Kind, layer.Member!);

    private static IEnumerable<(string Name, string Kind, Site Site)> Inputs(NetworkDeclaration network) =>
        network.Inputs.Where(input => input.IsNamed).Select(input => (input.Name, Kind: "Input", input.Site));

    private static string Typed(string kind, string name) => kind switch
    {
        "Output" => $"[Output(\"{name}\")]",
        "Split" => $"\"{name}\"",
        _ => $"Name = \"{name}\"",
    };

    // The name with the next number that no layer has: dense1 → dense3 beside dense2.
    private static string Free(NetworkDeclaration network, string name, int first = 2)
    {
        string stem = name.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9');
        int number = first;
        while (network.Named.Any(layer => string.Equals(layer.Name, stem + number, StringComparison.OrdinalIgnoreCase)))
            number++;
        return stem + number;
    }

    private static IEnumerable<LayerDeclaration> Valid(NetworkDeclaration network) =>
        network.Named.Where(layer => LayerNames.IsIdentifier(LayerNames.Last(layer.Name)));
}
