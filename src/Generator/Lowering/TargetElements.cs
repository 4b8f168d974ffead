using StaticNet.Generator.Declaration;
using StaticNet.Generator.Ir;
using StaticNet.Generator.Ops;

namespace StaticNet.Generator.Lowering;

/// <summary>What the trainer of a network that cannot be built would take as targets: the surface that stands in for it takes the same.</summary>
internal static class TargetElements
{
    private const string Output = "output";

    /// <summary>The elements of each loss's target: every element where it does not say, and for a network without a loss.</summary>
    public static ImmutableArray<ImmutableArray<Element>> Of(NetworkDeclaration network)
    {
        ImmutableArray<ImmutableArray<Element>> targets = [.. network.Losses.Select(loss => Of(loss, network) is { } known ? [known] : Any)];
        return targets.Length > 0 ? targets : [Any];
    }

    private static ImmutableArray<Element> Any => [Element.Float32, Element.Int32];

    // Asked for an output that fits any loss, since the network's own may not.
    private static Element? Of(LayerDeclaration layer, NetworkDeclaration network)
    {
        if (LayerCatalogue.Loss(layer.Type) is not { } loss)
            return null;
        var builder = new GraphBuilder();
        var net = new Scope(builder, network, training: false);
        net.Enter(layer, [Output]);
        try
        {
            var attribute = (LossAttribute)LayerCatalogue.Attribute(loss.Attribute, layer, net);
            return loss.TargetOf(attribute, builder.Add(new Input(Output, new(Dim.N, 2))), net).Element;
        }
        catch (LoweringError)
        {
            return null;
        }
    }
}
