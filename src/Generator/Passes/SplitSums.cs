using StaticNet.Generator.Ir;
using StaticNet.Generator.Ops;

namespace StaticNet.Generator.Passes;

/// <summary>
/// Brings reductions to the two forms that kernels take: along the sample's elements, or along the batch. Neighbouring axes that are
/// treated alike become one.
/// </summary>
internal static class SplitSums
{
    public static Graph Run(Graph graph) => graph.Rewrite((net, node, inputs) =>
        node.Op is Reduce reduce ? [Split(net, reduce, inputs[0])] : net.AddNode(node.Op, inputs).Results);

    private static Value Split(GraphBuilder net, Reduce reduce, Value x)
    {
        ImmutableArray<int> axes = reduce.Axes.Values;
        int batch = axes.Any(axis => x.Shape[axis].PerSample) ? axes.First(axis => x.Shape[axis].PerSample) : -1;

        // Σₙ,ᵢ x = Σₙ (Σᵢ x)
        if (batch >= 0 && axes.Length > 1)
        {
            Value samples = Split(net, reduce with { Axes = new(axes.Remove(batch)) }, x);
            return Split(net, reduce with { Axes = new([batch]) }, samples);
        }

        // Σᵢ,ⱼ x[n,i,j] = Σₖ x[n,k] with k = i·J + j
        (Shape Shape, int[] Axes) runs = Runs(x.Shape, axes);
        if (runs.Shape.Rank == x.Shape.Rank)
            return net.Add(reduce, x);
        Value reduced = net.Add(reduce with { Axes = new(runs.Axes) }, net.Reshape(x, runs.Shape));
        return net.Reshape(reduced, reduce.Infer([x.Shape]));
    }

    // The shape in which each run of reduced axes, and of sample axes kept, is one axis; an axis with the batch stays alone.
    private static (Shape Shape, int[] Axes) Runs(Shape shape, ImmutableArray<int> axes)
    {
        var dims = new List<Dim>();
        var reduced = new List<int>();
        for (int start = 0, end; start < shape.Rank; start = end)
        {
            bool inside = axes.Contains(start);
            end = start + 1;
            while (end < shape.Rank && axes.Contains(end) == inside && !shape[start].PerSample && !shape[end].PerSample)
                end++;
            if (inside)
                reduced.Add(dims.Count);
            dims.Add(shape.Span(start, end));
        }

        return (new(dims.ToImmutableArray()), [.. reduced]);
    }
}
