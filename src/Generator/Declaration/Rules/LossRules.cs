using StaticNet.Generator.Diagnostics;

namespace StaticNet.Generator.Declaration.Rules;

/// <summary>The loss ends the network, and its link is applied once.</summary>
internal static class LossRules
{
    public static IEnumerable<NetworkError> Several(NetworkDeclaration network)
    {
        LayerDeclaration[] losses = [.. network.Layers.Where(layer => layer.IsLoss)];
        return losses.Skip(1).Select(loss => new NetworkError(Descriptors.SeveralLosses, loss.Site, loss.Name, loss.Kind, losses[0].Name));
    }

    public static IEnumerable<NetworkError> NotLast(NetworkDeclaration network)
    {
        LayerDeclaration[] losses = [.. network.Layers.Where(layer => layer.IsLoss)];
        if (losses is [{ } loss] && loss.Site != network.Layers[network.Layers.Count - 1].Site)
            yield return new(Descriptors.LossNotLast, loss.Site, loss.Name, loss.Kind);
    }

    public static IEnumerable<NetworkError> LinkTwice(NetworkDeclaration network)
    {
        foreach (LayerDeclaration loss in network.Layers.Where(layer => layer.IsLoss))
        {
            LayerDeclaration? source = Source(network, loss);
            while (source is { Kind: "Flatten" or "Reshape" or "Dropout" })
                source = Source(network, source);
            var descriptor = (source?.Kind, loss.Kind) switch
            {
                ("Softmax" or "LogSoftmax", "SoftmaxCrossEntropy") => Descriptors.SoftmaxBeforeLoss,
                ("Sigmoid" or "LogSigmoid" or "HardSigmoid", "BinaryCrossEntropy") => Descriptors.SigmoidBeforeLoss,
                _ => null,
            };
            if (descriptor is not null)
                yield return new(descriptor, source!.Site, source.Name, loss.Name, source.Kind);
        }
    }

    /// <summary>The layer that a layer with one source reads; null for the network's input or a name that is not there.</summary>
    private static LayerDeclaration? Source(NetworkDeclaration network, LayerDeclaration layer)
    {
        IEnumerable<LayerDeclaration> earlier = network.Layers.TakeWhile(other => !ReferenceEquals(other, layer));
        return layer.From is null ? earlier.LastOrDefault() : earlier.LastOrDefault(other => other.Name == layer.From);
    }
}
