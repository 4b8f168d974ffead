using StaticNet.Generator.Declaration;
using StaticNet.Generator.Ir;
using StaticNet.Generator.Ops;

namespace StaticNet.Generator.Lowering;

/// <summary>What the trainer of a network that cannot be built would take as targets: the surface that stands in for it takes the same.</summary>
internal static class TargetElements
{
    /// <summary>The element of the network's loss; every element where it has no loss that says, or several that differ.</summary>
    public static ImmutableArray<Element> Of(NetworkDeclaration network)
    {
        ImmutableArray<Element> known = [.. network.Layers.Where(layer => layer.IsLoss).Select(layer => Of(layer, network)).OfType<Element>().Distinct()];
        return known.Length == 1 ? known : [Element.Float32, Element.Int32];
    }

    // Asked for an output that fits any loss, since the network's own may not.
    private static Element? Of(LayerDeclaration layer, NetworkDeclaration network)
    {
        if (LayerCatalogue.Loss(layer.Type) is not { } loss)
            return null;
        var builder = new GraphBuilder();
        var net = new Scope(builder, network, training: false);
        net.Enter(layer, [NetworkGraphs.InputName]);
        try
        {
            var attribute = (LossAttribute)LayerCatalogue.Attribute(loss.Attribute, layer, net);
            return loss.TargetOf(attribute, builder.Add(new Input(NetworkGraphs.InputName, new(Dim.N, 2))), net).Element;
        }
        catch (LoweringError)
        {
            return null;
        }
    }
}
