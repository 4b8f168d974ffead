using StaticNet.Generator.Ir;
using StaticNet.Generator.Ops;

namespace StaticNet.Generator.Passes;

/// <summary>Brings reductions to the two forms that kernels take: along the last axis, or along some of those before it.</summary>
internal static class SplitSums
{
    public static Graph Run(Graph graph) => graph.Rewrite((net, node, inputs) =>
        node.Op is Reduce reduce ? [Split(net, reduce, inputs[0])] : net.AddNode(node.Op, inputs).Results);

    // Σᵢ,ⱼ x[i,j] = Σᵢ (Σⱼ x[i,j])
    private static Value Split(GraphBuilder net, Reduce reduce, Value x)
    {
        ImmutableArray<int> axes = reduce.Axes.Values;
        int last = x.Shape.Rank - 1;
        if (axes.Length < 2 || !axes.Contains(last))
            return net.Add(reduce, x);
        Value rows = net.Add(reduce with { Axes = new([last]) }, x);
        return net.Add(reduce with { Axes = new(axes.Remove(last)) }, rows);
    }
}
