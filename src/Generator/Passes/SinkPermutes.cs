using StaticNet.Generator.Ir;
using StaticNet.Generator.Ops;

namespace StaticNet.Generator.Passes;

/// <summary>
/// Moves permutations from operands to results, where one meets its inverse and both are gone: <c>f (permute a) b → permute (f a (permute⁻¹ b))</c>.
/// A permutation that only moves axes of extent 1 is a reshape.
/// </summary>
internal static class SinkPermutes
{
    public static Graph Run(Graph graph) => graph.Rewrite((net, node, inputs) => node.Op switch
    {
        Map map => [Mapped(net, map, inputs, node.Results[0].Shape)],
        Reduce reduce when inputs[0].Op is Permute { Order: var order } =>
            [FoldPermutes.Permuted(net, net.Add(reduce with { Axes = new(reduce.Axes.Values.Select(axis => order[axis])) }, Source(inputs[0])), [.. order])],
        Slice slice when inputs[0].Op is Permute { Order: var order } =>
            [FoldPermutes.Permuted(net, net.Add(slice with { Axis = order[slice.Axis] }, Source(inputs[0])), [.. order])],
        Pad pad when inputs[0].Op is Permute { Order: var order } =>
            [FoldPermutes.Permuted(net, net.Add(pad with { Axis = order[pad.Axis] }, Source(inputs[0])), [.. order])],
        _ => net.AddNode(node.Op, inputs).Results,
    });

    private static Value Source(Value v) => v.Node.Inputs[0];

    private static Value Mapped(GraphBuilder net, Map map, ImmutableArray<Value> inputs, Shape shape)
    {
        Value? permuted = inputs.FirstOrDefault(v => v.Op is Permute && v.Shape.Equals(shape));
        if (permuted is null || map.Body.Subexpressions().Contains(Scalar.Column))
            return net.Map(map.Body, inputs, shape);
        var op = (Permute)permuted.Op;
        int[] order = [.. op.Order], inverse = op.Inverse();
        Value[] operands = [.. inputs.Select(v => v.Shape.Count.IsOne ? v : FoldPermutes.Permuted(net, Aligned(net, v, shape.Rank), inverse))];
        return net.Permute(net.Map(map.Body, operands, Source(permuted).Shape), order);
    }

    // With axes of extent 1 in front, so that an order of all axes can be told.
    private static Value Aligned(GraphBuilder net, Value v, int rank) =>
        net.Reshape(v, new([.. Enumerable.Repeat((Dim)1, rank - v.Shape.Rank), .. v.Shape.Dims]));
}
