using StaticNet.Generator.Diagnostics;

namespace StaticNet.Generator.Declaration.Rules;

/// <summary>Which layer reads which. Losses read outputs, and have rules of their own.</summary>
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

    // Its parts have the names.
    public static IEnumerable<NetworkError> Parts(NetworkDeclaration network)
    {
        foreach (LayerDeclaration layer in network.Layers.Where(layer => layer.IsPart).GroupBy(layer => layer.Site).Select(parts => parts.First()))
        {
            string? fault = layer.Named.Any(named => named.Name == nameof(LayerAttribute.Name)) ? "a Name of its own"
                : layer.Texts is not { Count: > 0 } names ? "no parts"
                : names.Count == 1 ? "one part"
                : null;
            if (fault is not null)
                yield return new(Descriptors.SplitNames, layer.Site, layer.Name, layer.Kind, fault);
        }
    }

    public static IEnumerable<NetworkError> Sources(NetworkDeclaration network)
    {
        List<string> earlier = [.. network.Inputs.Select(input => input.Name)];
        HashSet<(Site, string)> told = [];
        foreach (LayerDeclaration layer in network.Layers.Where(layer => !layer.IsLoss))
        {
            foreach (string name in layer.NamedSources.Where(name => !earlier.Contains(name) && told.Add((layer.Site, name))))
                yield return Unresolved(network, layer.Name, layer.Kind, name, earlier, layer.Site);
            earlier.Add(layer.Name);
        }

        foreach (OutputDeclaration output in network.Outputs.Where(output => output.Site != Site.Class && !earlier.Contains(output.Layer)))
            yield return Unresolved(network, output.Name, "Output", output.Layer, earlier, output.Site);
    }

    // An unresolved or a missing name would leave a branch unread that was meant to be read.
    public static IEnumerable<NetworkError> UnusedBranches(NetworkDeclaration network)
    {
        if (Joins(network).Concat(Sources(network)).Any())
            return [];
        HashSet<string> read = [.. network.Layers.Where(layer => !layer.IsLoss).SelectMany(layer => layer.Sources), .. network.Outputs.Select(output => output.Layer)];
        return network.Inputs.Select(input => (input.Name, Kind: "Input", input.Site))
            .Concat(network.Layers.Where(layer => !layer.IsLoss).Select(layer => (layer.Name, layer.Kind, layer.Site)))
            .Where(value => !read.Contains(value.Name))
            .Select(value => new NetworkError(Descriptors.UnusedBranch, value.Site, value.Name, value.Kind));
    }

    private static NetworkError Unresolved(NetworkDeclaration network, string reader, string kind, string name, List<string> earlier, Site site)
    {
        bool stands = network.Layers.Any(other => other.Name == name);
        string mend = NearestName.Of(name, earlier) is not { } nearest ? "declare an [Input] before it"
            : stands && name != reader ? $"move that layer before it, or write '{nearest}', the nearest earlier name"
            : $"write '{nearest}', the nearest earlier name";
        return new(stands ? Descriptors.LaterFrom : Descriptors.UnknownFrom, site, reader, kind, name, mend)
        {
            Rename = !stands && NearestName.Of(name, earlier) is { } right ? (name, right) : null,
        };
    }
}
