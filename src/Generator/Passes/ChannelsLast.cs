using StaticNet.Generator.Ir;
using StaticNet.Generator.Ops;

namespace StaticNet.Generator.Passes;

/// <summary>
/// Convolutions and pools over images whose channels lie side by side, as their kernels read them:
/// <c>conv x w → first (conv.last (last x) w)</c>, where <c>last</c> is <c>[n,C,H,W] → [n,H,W,C]</c> and <c>first</c> its inverse.
/// </summary>
internal static class ChannelsLast
{
    public static Graph Run(Graph graph) => graph.Rewrite((net, node, inputs) => node.Op switch
    {
        Conv { ChannelsLast: false, Mode: ConvMode.Filter } conv => [net.Add(conv with { ChannelsLast = true }, Last(net, inputs[0]), Last(net, inputs[1]))],
        Conv { ChannelsLast: false } conv => [First(net, net.Add(conv with { ChannelsLast = true }, Last(net, inputs[0]), inputs[1]))],
        Pool { ChannelsLast: false } pool => [First(net, net.Add(pool with { ChannelsLast = true }, Last(net, inputs[0])))],
        PoolGradient { Pool: { ChannelsLast: false } pool } gradient =>
            [First(net, net.Add(new PoolGradient(pool with { ChannelsLast = true }, Images.Last(gradient.To)), [.. inputs.Select(x => Last(net, x))]))],
        _ => net.AddNode(node.Op, inputs).Results,
    });

    private static Value Last(GraphBuilder net, Value x) => net.Permute(x, Images.ToLast(x.Shape.Rank));

    private static Value First(GraphBuilder net, Value x) => net.Permute(x, Images.ToFirst(x.Shape.Rank));
}
