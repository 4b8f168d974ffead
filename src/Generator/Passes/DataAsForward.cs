using StaticNet.Generator.Infrastructure;
using StaticNet.Generator.Ir;
using StaticNet.Generator.Ops;

namespace StaticNet.Generator.Passes;

/// <summary>
/// The gradient by a convolution's input, which is also the transposed convolution, as a convolution of the other tensor with the windows turned
/// around: <c>x[i] = Σ y[p]·w[q] over p·s + q·d − b = i</c>. With a stride of 1 that is <c>x = conv y′ w′</c> with <c>w′[q] = w[K−1−q]</c> and (K−1)·d − b
/// zeros before y. Else every s-th element of a window meets the same elements of x, so each of the s phases of x is a convolution with a window of its own;
/// all of them are one, whose units are the phases' channels, or each has its own places and taps, whichever multiplies less (<see cref="ConvMode.Phases"/>).
/// </summary>
internal static class DataAsForward
{
    public static Graph Run(Graph graph) => graph.Rewrite((net, node, inputs) =>
        node.Op is Conv { ChannelsLast: true, Mode: ConvMode.Data } conv && (conv.Groups == 1 || conv.IsDepthwise(inputs[1].Shape))
            ? [Forward(net, conv, inputs[0], inputs[1])]
            : net.AddNode(node.Op, inputs).Results);

    /// <summary>An axis as the convolution goes along it: <c>x[s·j + r − c] = Σᵤ y[j + l + u]·w[b − c − s·l + r − s·u]</c>.</summary>
    /// <param name="Phases">The phases r that some element of the window meets.</param>
    /// <param name="Taps">The elements u of each.</param>
    /// <param name="Apart">From one element of y to the next.</param>
    /// <param name="Before">Zeros before y; if negative, elements that are left out.</param>
    /// <param name="After">The same behind it.</param>
    /// <param name="Step">s: from one element of a phase to the next, in x.</param>
    /// <param name="First">c: the elements made before x begins.</param>
    /// <param name="Dilation">The convolution's.</param>
    /// <param name="Start">Zeros before the window, of which each phase takes every s-th element.</param>
    private sealed record Axis(int Phases, int Taps, int Apart, int Before, int After, int Step, int First, int Dilation, int Start)
    {
        public static Axis Of(WindowAxis axis, int window, int y, int x, bool isDepthwise)
        {
            int s = axis.Stride, reach = axis.Reach(window);
            if (s == 1 || axis.Dilation > 1 || isDepthwise)
                return new(1, window, s, reach - 1 - axis.Before, reach - 1 - axis.After, 1, 0, axis.Dilation, 0);
            IEnumerable<int> shifts = window < s ? [axis.Before % s] : Enumerable.Range(0, s);
            return shifts.Select(shift => Of(axis, window, y, x, shift)).OrderBy(a => a.Taps * (a.After + y + a.Before)).First();
        }

        // With j = 0 at the element −c of x, phase r meets the elements (r − c + b) mod s, … of the window, the first of them at y[j + ⌊(r − c + b)/s⌋].
        private static Axis Of(WindowAxis axis, int window, int y, int x, int c)
        {
            int s = axis.Stride, phases = Math.Min(s, window);
            int[] last = [.. Enumerable.Range(0, phases).Select(r => Math.DivRem(r - c + axis.Before + s, s, out _) - 1)];
            int[] taps = [.. last.Select((e, r) => (window - 1 - (r - c + axis.Before - s * e)) / s + 1)];
            int low = last.Zip(taps, (e, count) => e - count + 1).Min(), count = last.Max() - low + 1, made = (x + c + s - 1) / s;
            return new(phases, count, 1, -low, made + count - 1 + low - y, s, c, 1, s * (count - 1) - (axis.Before - c - s * low));
        }
    }

    private static Value Forward(GraphBuilder net, Conv conv, Value y, Value w)
    {
        Shape x = conv.Infer([y.Shape, w.Shape]);
        Axis[] axes = [.. conv.Axes.Select((axis, i) => Axis.Of(axis, w.Shape.Fixed(i + 2), y.Shape.Fixed(i + 1), x.Fixed(i + 1), conv.Groups > 1))];
        if (PhaseByPhase.Matches(conv, y.Shape, w.Shape) && PhaseByPhase.Products(conv, x, w.Shape) < Products(axes, y.Shape, w.Shape))
            return PhaseByPhase.Of(net, conv, y, w);
        for (int i = 0; i < axes.Length; i++)
        {
            y = net.Pad(y, i + 1, Math.Max(0, axes[i].Before), Math.Max(0, axes[i].After), axes[i].Apart);

            // More padding than the window reaches: the first and the last elements of y go nowhere.
            int first = Math.Max(0, -axes[i].Before), last = Math.Max(0, -axes[i].After);
            y = net.Slice(y, i + 1, first, y.Shape.Fixed(i + 1) - first - last);
        }

        EquatableArray<WindowAxis> forward = axes.Select(axis => new WindowAxis(Dilation: axis.Dilation)).ToEquatableArray();
        Value made = net.Add(conv with { Mode = ConvMode.Forward, Axes = forward }, y, axes.All(axis => axis.Phases == 1) ? Turned(net, conv, w, axes) : OfPhases(net, w, axes));
        return axes.All(axis => axis.Step == 1) ? made : Woven(net, made, axes, x);
    }

    // The multiply-adds of a sample and a channel of y, padding of channels included.
    private static long Products(Axis[] axes, Shape y, Shape w)
    {
        long products = PhaseByPhase.Padded(axes.Aggregate(w.Fixed(1), (units, axis) => units * axis.Phases));
        return axes.Select((axis, i) => (long)axis.Taps * (axis.Before + y.Fixed(i + 1) + axis.After - axis.Taps + 1)).Aggregate(products, (all, one) => all * one);
    }

    // w[o,c,q] → w′[c,o,K−1−q]
    private static Value Turned(GraphBuilder net, Conv conv, Value w, Axis[] axes)
    {
        for (int i = 0; i < axes.Length; i++)
            w = net.Flip(w, i + 2);
        return conv.Groups == 1 ? net.Permute(w, [1, 0, .. Enumerable.Range(2, axes.Length)]) : w;
    }

    // w[o,c,q] → w′[r·C + c, o, u], the phases of a tap side by side, the taps backwards.
    private static Value OfPhases(GraphBuilder net, Value w, Axis[] axes)
    {
        // The windows' axes first, as weights lie: what stays side by side is copied in runs.
        int window = axes.Length;
        Dim[] maps = [w.Shape[1], w.Shape[0]];
        w = net.Permute(w, [.. Enumerable.Range(2, window), 1, 0]);
        for (int i = 0; i < window; i++)
            w = net.Pad(w, i, axes[i].Start, axes[i].Taps * axes[i].Phases - axes[i].Start - w.Shape.Fixed(i));
        w = net.Reshape(w, new([.. axes.SelectMany(axis => new Dim[] { axis.Taps, axis.Phases }), .. maps]));
        for (int i = 0; i < window; i++)
            w = net.Flip(w, 2 * i);
        w = net.Permute(w, [.. axes.Select((_, i) => 2 * i + 1), 2 * window, 2 * window + 1, .. axes.Select((_, i) => 2 * i)]);
        int units = w.Shape.Dims.Take(axes.Length + 1).Aggregate(1, (product, dim) => product * dim.Size);
        return net.Reshape(w, new([units, w.Shape[axes.Length + 1], .. axes.Select(axis => (Dim)axis.Taps)]));
    }

    // z[j, r·C + c] → x[s·j + r − b, c]; phases that no element meets are zero.
    private static Value Woven(GraphBuilder net, Value z, Axis[] axes, Shape x)
    {
        Dim samples = x[0], channels = x[x.Rank - 1];
        Dim[] places = [.. axes.Select((_, i) => z.Shape[i + 1])];
        Value made = net.Reshape(z, new([samples, .. places, .. axes.Select(axis => (Dim)axis.Phases), channels]));
        for (int i = 0; i < axes.Length; i++)
            made = net.Pad(made, 1 + axes.Length + i, 0, axes[i].Step - axes[i].Phases);
        made = net.Permute(made, [0, .. axes.SelectMany((_, i) => new[] { 1 + i, 1 + axes.Length + i }), 2 * axes.Length + 1]);
        made = net.Reshape(made, new([samples, .. axes.Select((axis, i) => (Dim)(places[i].Size * axis.Step)), channels]));
        for (int i = 0; i < axes.Length; i++)
            made = net.Slice(made, i + 1, axes[i].First, x.Fixed(i + 1));
        return made;
    }
}
