using StaticNet.Generator.Ir;
using StaticNet.Generator.Ops;

namespace StaticNet.Generator.Passes;

/// <summary>
/// Moves permutations from operands to results, where one meets its inverse and both are gone: <c>f (permute a) b → permute (f a (permute⁻¹ b))</c>.
/// A permutation that only moves axes of extent 1 is a reshape.
/// </summary>
internal static class SinkPermutes
{
    public static Graph Run(Graph graph)
    {
        ILookup<Value, Node> readers = graph.Readers();
        HashSet<Value> results = [.. graph.Results.Select(r => r.Value)];
        return graph.Rewrite((net, node, inputs) => node.Op switch
        {
            Permute permute => [FoldPermutes.Permuted(net, inputs[0], [.. permute.Order])],
            Map map => [Mapped(net, map, inputs, node.Results[0].Shape, order => After(node.Results[0], order))],
            Reduce reduce when inputs[0].Op is Permute { Order: var order } =>
                [FoldPermutes.Permuted(net, net.Add(reduce with { Axes = new(reduce.Axes.Values.Select(axis => order[axis])) }, Source(inputs[0])), [.. order])],
            Slice slice when inputs[0].Op is Permute { Order: var order } =>
                [FoldPermutes.Permuted(net, net.Add(slice with { Axis = order[slice.Axis] }, Source(inputs[0])), [.. order])],
            Pad pad when inputs[0].Op is Permute { Order: var order } =>
                [FoldPermutes.Permuted(net, net.Add(pad with { Axis = order[pad.Axis] }, Source(inputs[0])), [.. order])],
            _ => net.AddNode(node.Op, inputs).Results,
        });

        // How many permutations more stand behind a value if it gets one: those that are its inverse go, and what knows no order takes it.
        int After(Value value, int[] order)
        {
            bool meets = readers[value].Any(r => r.Op is Permute p && p.Inverse().SequenceEqual(order));
            bool stays = results.Contains(value) || readers[value].Any(r => !(r.Op is Reduce || (r.Op is Permute p && p.Inverse().SequenceEqual(order))));
            return (stays ? 1 : 0) - (meets ? 1 : 0);
        }
    }

    private static Value Source(Value v) => v.Node.Inputs[0];

    private static Value Mapped(GraphBuilder net, Map map, ImmutableArray<Value> inputs, Shape shape, Func<int[], int> after)
    {
        Value? permuted = inputs.FirstOrDefault(v => v.Op is Permute && v.Shape.Equals(shape));
        if (permuted is null || map.Body.Subexpressions().Contains(Scalar.Column) || !IsFewer(inputs, (Permute)permuted.Op, shape, after))
            return net.Map(map.Body, inputs, shape);
        var op = (Permute)permuted.Op;
        int[] order = [.. op.Order], inverse = op.Inverse();
        Value[] operands = [.. inputs.Select(v => v.Shape.Count.IsOne ? v : FoldPermutes.Permuted(net, Aligned(net, v, shape.Rank), inverse))];
        return net.Permute(net.Map(map.Body, operands, Source(permuted).Shape), order);
    }

    // Operands that had the order lose a permutation, others get one. Where all have it, it moves on towards what it may meet.
    private static bool IsFewer(ImmutableArray<Value> inputs, Permute order, Shape shape, Func<int[], int> after)
    {
        Value[] whole = [.. inputs.Where(v => v.Shape.Equals(shape)).Distinct()];
        int has = whole.Count(v => v.Op.Equals(order)), others = whole.Length - has;
        return others == 0 || others + after([.. order.Order]) < has;
    }

    // With axes of extent 1 in front, so that an order of all axes can be told.
    private static Value Aligned(GraphBuilder net, Value v, int rank) =>
        net.Reshape(v, new([.. Enumerable.Repeat((Dim)1, rank - v.Shape.Rank), .. v.Shape.Dims]));
}
