using StaticNet.Generator.Ir;
using StaticNet.Generator.Ops;

namespace StaticNet.Generator.Passes;

/// <summary>A convolution in groups, unless each channel is one, as a convolution of each group: <c>conv x w = concat (conv xᵢ wᵢ)</c>.</summary>
internal static class SplitGroups
{
    public static Graph Run(Graph graph) => graph.Rewrite((net, node, inputs) =>
        node.Op is Conv { ChannelsLast: true, Groups: > 1 } conv && !conv.IsDepthwise(Weight(conv, node, inputs))
            ? [Split(net, conv, inputs[0], inputs[1])]
            : net.AddNode(node.Op, inputs).Results);

    private static Shape Weight(Conv conv, Node node, ImmutableArray<Value> inputs) =>
        conv.Mode == ConvMode.Filter ? node.Results[0].Shape : inputs[1].Shape;

    private static Value Split(GraphBuilder net, Conv conv, Value a, Value b)
    {
        bool filter = conv.Mode == ConvMode.Filter;
        ImmutableArray<Value> first = Parts(net, a, a.Shape.Rank - 1, conv.Groups), second = Parts(net, b, filter ? b.Shape.Rank - 1 : 0, conv.Groups);
        Conv one = conv with { Groups = 1 };
        Value[] made = [.. first.Zip(second, (x, w) => net.Add(one, x, w))];
        return net.Concat(filter ? 0 : made[0].Shape.Rank - 1, made);
    }

    private static ImmutableArray<Value> Parts(GraphBuilder net, Value x, int axis, int groups) =>
        net.Split(x, axis, [.. Enumerable.Repeat(x.Shape.Fixed(axis) / groups, groups)]);
}
