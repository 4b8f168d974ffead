using StaticNet.Generator.Infrastructure;
using StaticNet.Generator.Ir;
using StaticNet.Generator.Ops;

namespace StaticNet.Generator.Passes;

/// <summary>
/// Convolutions without padding of their own, so that their kernels know no border: <c>conv pad x → conv (pad x)</c>. What forward pass and
/// filter gradient pad alike is padded once.
/// </summary>
internal static class PadWindows
{
    public static Graph Run(Graph graph) => graph.Rewrite((net, node, inputs) =>
        node.Op is Conv { ChannelsLast: true, Mode: ConvMode.Forward or ConvMode.Filter } conv && conv.Axes.Any(IsPadded)
            ? [net.Add(conv with { Axes = conv.Axes.Select(Bare).ToEquatableArray() }, Padded(net, inputs[0], conv), inputs[1])]
            : net.AddNode(node.Op, inputs).Results);

    private static bool IsPadded(WindowAxis axis) => axis.Before > 0 || axis.After > 0;

    // Elements at the end that no window reads stay unread.
    private static WindowAxis Bare(WindowAxis axis) => axis with { Before = 0, After = Math.Min(0, axis.After) };

    private static Value Padded(GraphBuilder net, Value x, Conv conv)
    {
        for (int i = 0; i < conv.Axes.Count; i++)
            x = net.Pad(x, i + 1, conv.Axes[i].Before, Math.Max(0, conv.Axes[i].After));
        return x;
    }
}
