using StaticNet.Generator.Diagnostics;

namespace StaticNet.Generator.Declaration.Rules;

/// <summary>Losses end the network, each has its output, and a link is applied once.</summary>
internal static class LossRules
{
    public static IEnumerable<NetworkError> Several(NetworkDeclaration network)
    {
        LayerDeclaration[] losses = [.. network.Losses];
        if (losses.Length > 1 && network.Outputs.Count == 1 && losses.LastOrDefault(loss => loss.From is null) is { } loss)
            yield return new(Descriptors.SeveralLosses, loss.Site, loss.Name, loss.Kind, losses.First(other => other != loss).Name, network.Outputs[0].Name);
    }

    public static IEnumerable<NetworkError> NotLast(NetworkDeclaration network)
    {
        for (int i = 0; i < network.Layers.Count - 1; i++)
        {
            LayerDeclaration loss = network.Layers[i];
            if (loss.IsLoss && !network.Layers[i + 1].IsLoss)
                yield return new(Descriptors.LossNotLast, loss.Site, loss.Name, loss.Kind);
        }
    }

    public static IEnumerable<NetworkError> Outputs(NetworkDeclaration network)
    {
        string names = string.Join(", ", network.Outputs.Select(output => $"'{output.Name}'"));
        foreach (LayerDeclaration loss in network.Losses.Where(loss => network.OutputOf(loss) is null))
        {
            if (loss.From is not { } from)
                yield return new(Descriptors.LossOfSeveral, loss.Site, loss.Name, loss.Kind, names, network.Outputs[0].Name);
            else if (network.Layers.Any(layer => layer.Name == from && !layer.IsLoss))
                yield return new(Descriptors.UnknownOutput, loss.Site, loss.Name, loss.Kind, from, $"write [Output(\"{from}Output\", From = \"{from}\")] to make that layer one");
            else
                yield return Unknown(loss, from, NearestName.Of(from, network.Outputs.Select(output => output.Name))!, names);
        }
    }

    private static NetworkError Unknown(LayerDeclaration loss, string from, string nearest, string names) =>
        new(Descriptors.UnknownOutput, loss.Site, loss.Name, loss.Kind, from, $"write '{nearest}', the nearest of {names}") { Rename = (from, nearest) };

    public static IEnumerable<NetworkError> OutputsTwice(NetworkDeclaration network)
    {
        for (int i = 0; i < network.Outputs.Count; i++)
        {
            OutputDeclaration output = network.Outputs[i];
            if (output.Site == Site.Class)
                continue;
            if (network.Outputs.Take(i).Concat(network.Outputs.Where(other => other.Site == Site.Class)).Any(other => other.Name == output.Name))
                yield return new(Descriptors.OutputTwice, output.Site, output.Name, "is the name of another output", "give it a name of its own");
            else if (network.Outputs.Take(i).FirstOrDefault(other => other.Layer == output.Layer) is { } same)
                yield return new(Descriptors.OutputTwice, output.Site, output.Name, $"gives '{output.Layer}', which the output '{same.Name}' gives already", "remove it");
        }
    }

    public static IEnumerable<NetworkError> LinkTwice(NetworkDeclaration network) =>
        from pair in Compared(network)
        let descriptor = (pair.Source.Kind, pair.Loss.Kind) switch
        {
            ("Softmax" or "LogSoftmax", "SoftmaxCrossEntropy") => Descriptors.SoftmaxBeforeLoss,
            ("Sigmoid" or "LogSigmoid" or "HardSigmoid", "BinaryCrossEntropy") => Descriptors.SigmoidBeforeLoss,
            _ => null,
        }
        where descriptor is not null
        select new NetworkError(descriptor, pair.Source.Site, pair.Source.Name, pair.Loss.Name, pair.Source.Kind);

    public static IEnumerable<NetworkError> NoLogarithms(NetworkDeclaration network) =>
        from pair in Compared(network)
        where pair.Loss.Kind == "NegativeLogLikelihood" && pair.Source.Kind != "LogSoftmax"
        select new NetworkError(Descriptors.NoLogarithms, pair.Loss.Site, pair.Loss.Name, pair.Source.Name, pair.Source.Kind);

    // Each loss with the layer whose output it compares, or whose elements that layer passes on.
    private static IEnumerable<(LayerDeclaration Loss, LayerDeclaration Source)> Compared(NetworkDeclaration network) =>
        from loss in network.Losses
        let output = network.OutputOf(loss)
        let source = Origin(network, output?.Layer)
        where source is not null
        select (loss, source);

    private static LayerDeclaration? Origin(NetworkDeclaration network, string? name)
    {
        LayerDeclaration? layer = Layer(name);

        // Names that go in circles are reported elsewhere.
        for (int i = 0; i < network.Layers.Count && layer is { Kind: "Flatten" or "Reshape" or "Dropout" }; i++)
            layer = Layer(layer.Sources.First());
        return layer;

        LayerDeclaration? Layer(string? name) => network.Layers.LastOrDefault(layer => layer.Name == name && !layer.IsLoss);
    }
}
