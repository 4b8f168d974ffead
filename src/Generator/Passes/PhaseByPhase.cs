using StaticNet.Generator.Infrastructure;
using StaticNet.Generator.Ir;
using StaticNet.Generator.Ops;

namespace StaticNet.Generator.Passes;

/// <summary>
/// The gradient by the input of a convolution with a stride, phase by phase: <c>x[s·j + r] = Σ y[j + (r + b − q)/s]·w[q]</c> over the elements q of the
/// window with <c>q ≡ r + b (mod s)</c>, where y has zeros around it, so that no q falls beside.
/// </summary>
internal static class PhaseByPhase
{
    // Below this many products in a sum of one element, its kernel stores more than it multiplies.
    private const int LeastChannels = 64;

    /// <summary>True where every phase has an element of the window and as many places as the others.</summary>
    public static bool Matches(Conv conv, Shape y, Shape w)
    {
        Shape x = conv.Infer([y, w]);
        return conv.Groups == 1 && w.Fixed(0) >= LeastChannels && conv.Axes.Count <= 2
            && conv.Axes.Any(axis => axis.Stride > 1) && conv.Axes.Select((axis, i) => (Axis: axis, I: i)).All(a =>
                a.Axis.Dilation == 1 && w.Fixed(a.I + 2) >= a.Axis.Stride && x.Fixed(a.I + 1) % a.Axis.Stride == 0);
    }

    /// <summary>The multiply-adds of a sample and a channel of y, padding of channels included.</summary>
    public static long Products(Conv conv, Shape x, Shape w) =>
        conv.Axes.Select((axis, i) => (long)x.Fixed(i + 1) / axis.Stride * w.Fixed(i + 2)).Aggregate((long)Padded(w.Fixed(1)), (product, axis) => product * axis);

    /// <summary>The channels of whole vectors, of sixteen.</summary>
    public static int Padded(int channels) => (channels + 15) / 16 * 16;

    public static Value Of(GraphBuilder net, Conv conv, Value y, Value w)
    {
        Shape x = conv.Infer([y.Shape, w.Shape]);
        var axes = new WindowAxis[conv.Axes.Count];
        for (int i = 0; i < axes.Length; i++)
        {
            // The first elements of x read from −⌊(K − 1 − b)/s⌋ on, its last ones up to ⌊(X − 1 + b)/s⌋.
            WindowAxis axis = conv.Axes[i];
            int places = y.Shape.Fixed(i + 1);
            int before = Math.Max(0, (w.Shape.Fixed(i + 2) - 1 - axis.Before) / axis.Stride);
            int after = Math.Max(0, (x.Fixed(i + 1) - 1 + axis.Before) / axis.Stride - places + 1);
            y = net.Pad(y, i + 1, before, after);
            axes[i] = axis with { Before = axis.Before + before * axis.Stride, After = axis.After + after * axis.Stride };
        }

        return net.Add(conv with { Mode = ConvMode.Phases, Axes = axes.ToEquatableArray() }, y, net.Permute(w, [1, 0, .. Enumerable.Range(2, axes.Length)]));
    }
}
