using StaticNet.Generator.Infrastructure;
using StaticNet.Generator.Ir;
using StaticNet.Generator.Ops;

namespace StaticNet.Generator.Passes;

/// <summary>
/// The gradient by a convolution's input, which is also the transposed convolution, as a convolution of the other tensor with the windows turned
/// around: <c>x[i] = Σ y[p]·w[q] over p·s + q·d − b = i   ⇒   x = conv y′ w′</c> with <c>w′[q] = w[K−1−q]</c> and <c>y′</c> with s − 1 zeros between
/// its elements and (K−1)·d − b before them.
/// </summary>
internal static class DataAsForward
{
    public static Graph Run(Graph graph) => graph.Rewrite((net, node, inputs) =>
        node.Op is Conv { ChannelsLast: true, Mode: ConvMode.Data } conv && (conv.Groups == 1 || conv.IsDepthwise(inputs[1].Shape))
            ? [Forward(net, conv, inputs[0], inputs[1])]
            : net.AddNode(node.Op, inputs).Results);

    private static Value Forward(GraphBuilder net, Conv conv, Value y, Value w)
    {
        var axes = new List<WindowAxis>();
        for (int i = 0; i < conv.Axes.Count; i++)
        {
            WindowAxis axis = conv.Axes[i];
            int reach = axis.Reach(w.Shape.Fixed(i + 2)), before = reach - 1 - axis.Before, after = reach - 1 - axis.After;
            y = net.Pad(y, i + 1, Math.Max(0, before), Math.Max(0, after), axis.Stride);

            // More padding than the window reaches: the first and the last elements of y go nowhere.
            int first = Math.Max(0, -before), last = Math.Max(0, -after);
            y = net.Slice(y, i + 1, first, y.Shape.Fixed(i + 1) - first - last);
            w = net.Flip(w, i + 2);
            axes.Add(new(Dilation: axis.Dilation));
        }

        if (conv.Groups == 1)
            w = net.Permute(w, [1, 0, .. Enumerable.Range(2, conv.Axes.Count)]);
        return net.Add(conv with { Mode = ConvMode.Forward, Axes = axes.ToEquatableArray() }, y, w);
    }
}
