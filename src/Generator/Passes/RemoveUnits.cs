using StaticNet.Generator.Ir;
using StaticNet.Generator.Ops;

namespace StaticNet.Generator.Passes;

/// <summary>Removes work along axes of extent 1, and maps that change nothing.</summary>
internal static class RemoveUnits
{
    public static Graph Run(Graph graph) => graph.Rewrite((net, node, inputs) => node.Op switch
    {
        Reduce reduce => [Reduced(net, reduce, inputs[0])],

        // map a → a, where the shape stays
        Map map => [net.Map(map.Body, inputs, node.Results[0].Shape)],
        _ => net.AddNode(node.Op, inputs).Results,
    });

    // Σ over an axis of extent 1 → the operand
    private static Value Reduced(GraphBuilder net, Reduce reduce, Value x)
    {
        int[] axes = [.. reduce.Axes.Values.Where(axis => !x.Shape[axis].IsOne)];
        return axes.Length == 0 ? x : net.Add(reduce with { Axes = new(axes) }, x);
    }
}
