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
        for (int i = 1; i < network.Layers.Count; i++)
        {
            LayerDeclaration loss = network.Layers[i];
            LayerDeclaration? source = loss.From is null ? network.Layers[i - 1] : network.Layers.Take(i).LastOrDefault(layer => layer.Name == loss.From);
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
}
