using StaticNet.Generator.Ir;
using StaticNet.Generator.Ops;

namespace StaticNet.Generator.Passes;

/// <summary>Brings reductions to the two forms that kernels take: along the last axis, or along any of those before it at once.</summary>
internal static class SplitSums
{
    public static Graph Run(Graph graph)
    {
        ILookup<Value, Node> readers = graph.Readers();
        HashSet<Value> results = [.. graph.Results.Select(r => r.Value)];
        return graph.Rewrite((net, node, inputs) =>
        {
            if (node.Op is not Reduce reduce)
                return net.AddNode(node.Op, inputs).Results;
            bool alone = readers[node.Inputs[0]].Count() == 1 && !results.Contains(node.Inputs[0]);
            return [alone && Joined(net, reduce, inputs[0]) is { } joined ? joined : Split(net, reduce, inputs[0])];
        });
    }

    // Σᵢ (Σⱼ x[i,j,c]) = Σᵢⱼ x[i,j,c]
    private static Value? Joined(GraphBuilder net, Reduce outer, Value between) =>
        between.Op is Reduce inner && inner.Kind == outer.Kind && !Axes(inner).Concat(Axes(outer)).Contains(between.Shape.Rank - 1)
            ? net.Add(outer with { Axes = new(Axes(inner).Union(Axes(outer))) }, between.Node.Inputs[0])
            : null;

    private static ImmutableArray<int> Axes(Reduce reduce) => reduce.Axes.Values;

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
