#if STATICNET_GENERATOR
using StaticNet.Generator.Infrastructure;
using StaticNet.Generator.Ir;
using StaticNet.Generator.Lowering;
using StaticNet.Generator.Ops;
#endif

namespace StaticNet;

/// <summary>What all convolutions have in common.</summary>
/// <param name="channels">The channels of the output; at least 1.</param>
/// <param name="kernel">The elements of the window along each axis; at least 1.</param>
public abstract class ConvolutionAttribute(int channels, int kernel) : ParameterLayerAttribute
{
    /// <summary>The channels of the output.</summary>
    public int Channels { get; } = channels;

    /// <summary>The elements of the window along each axis.</summary>
    public int Kernel { get; } = kernel;

    /// <summary>From one place of the window to the next.</summary>
    public int Stride { get; init; } = 1;

    /// <summary>Elements added on each side.</summary>
    public int Padding { get; init; }

    /// <summary>
    /// Elements added on each side where the sides differ, instead of <see cref="Padding"/>: before and after a sequence; above, below, left and
    /// right of an image.
    /// </summary>
    public int[]? Pads { get; init; }

    /// <summary>What the added elements are; with <see cref="PaddingMode.Same"/> and <see cref="PaddingMode.Causal"/> also how many.</summary>
    public PaddingMode PaddingMode { get; init; }

    /// <summary>From one element of the window to the next.</summary>
    public int Dilation { get; init; } = 1;

    /// <summary>Whether a bias is added; it starts at 0.</summary>
    public bool Bias { get; init; } = true;

    /// <summary>How each weight starts.</summary>
    public Init Weights { get; init; } = Init.HeUniform;

    /// <summary>A factor on its initial values.</summary>
    public double WeightsScale { get; init; } = 1;
}

#if STATICNET_GENERATOR
internal abstract class Convolution<TAttribute> : Layer<TAttribute>
    where TAttribute : ConvolutionAttribute
{
    private const string Causal = "PaddingMode = PaddingMode.Causal";

    // y = x ⋆ w + b over [n,C,…]
    protected static Value Convolve(ConvolutionAttribute layer, int groups, Value x, Scope net)
    {
        int inputs = x.Shape.Fixed(1), axes = x.Shape.Rank - 2;
        Check(layer, axes, net);
        net.RequireRange(
            "Groups", groups, g => g >= 1 && inputs % g == 0 && layer.Channels % g == 0, $"a divisor of {inputs} and {layer.Channels} channels");
        Value w = Weight("weight", [layer.Channels, inputs / groups, .. Enumerable.Repeat((Dim)layer.Kernel, axes)], layer, net);
        return Biased(Slide(layer, x, w, groups, net), "bias", layer, net);
    }

    // y = (x ⋆ d) ⋆ p + b over [n,C,…], d a few windows for each channel alone and p one element of all channels
    protected static Value Separate(ConvolutionAttribute layer, int multiplier, Value x, Scope net)
    {
        int inputs = x.Shape.Fixed(1), axes = x.Shape.Rank - 2, most = int.MaxValue / inputs;
        Check(layer, axes, net);
        net.RequireRange("DepthMultiplier", multiplier, m => m >= 1 && m <= most, $"from 1 to {Number.Text(most)}");
        int between = inputs * multiplier;
        Value d = Weight("depthwise.weight", [between, 1, .. Enumerable.Repeat((Dim)layer.Kernel, axes)], layer, net);
        Value p = Weight("pointwise.weight", [layer.Channels, between, .. Enumerable.Repeat((Dim)1, axes)], layer, net);
        Value y = net.Conv(Slide(layer, x, d, inputs, net), p, WindowAxes.Same(axes, new()));
        return Biased(y, "pointwise.bias", layer, net);
    }

    // Of a stream, which has steps that have been where a whole sequence has zeros before it.
    protected static Value BehindPast(ConvolutionAttribute layer, Value x, Scope net)
    {
        if (!net.Streaming)
            return x;
        if (layer.PaddingMode is not (PaddingMode.Causal or PaddingMode.Zeros))
            throw net.CannotStream(mend: $"write {Causal}, or remove Stream = true from [Network]");
        var window = new WindowAxis(layer.Stride, Dilation: layer.Dilation);
        int before = Sides(layer, window, 0, x.Shape.Fixed(1)).Before;
        net.RequirePast(window.Reach(layer.Kernel), layer.Stride, before, Causal);
        return net.BehindPast(x, before);
    }

    private static Value Weight(string name, ImmutableArray<Dim> shape, ConvolutionAttribute layer, Scope net) =>
        net.Parameter(name, new(shape), layer.Weights, layer.WeightsScale);

    private static Value Biased(Value y, string name, ConvolutionAttribute layer, Scope net) => layer.Bias
        ? y + net.Reshape(
            net.Parameter(name, new(layer.Channels), Init.Zeros, kind: ParameterKind.Bias), new([layer.Channels, .. Enumerable.Repeat((Dim)1, y.Shape.Rank - 2)]))
        : y;

    // x ⋆ w, with what lies beyond the ends of x
    private static Value Slide(ConvolutionAttribute layer, Value x, Value w, int groups, Scope net)
    {
        int axes = x.Shape.Rank - 2;
        var windows = new List<WindowAxis>();
        for (int i = 0; i < axes; i++)
        {
            int axis = i + 2;
            var window = new WindowAxis(layer.Stride, Dilation: layer.Dilation);
            var (before, after) = net.Streaming && axes == 1 ? (0, 0) : Sides(layer, window, i, x.Shape.Fixed(axis));
            net.RequireFit(x.Shape.Fixed(axis), layer.Kernel, window with { Before = before, After = after });
            if (layer.PaddingMode is PaddingMode.Reflect)
                net.RequireRange("Padding", Math.Max(before, after), p => p < x.Shape.Fixed(axis), $"less than the {x.Shape[axis]} elements that are mirrored");
            x = layer.PaddingMode switch
            {
                PaddingMode.Reflect => net.Reflect(x, axis, before, after),
                PaddingMode.Replicate => net.Replicate(x, axis, before, after),
                _ => x,
            };
            bool isPadded = layer.PaddingMode is PaddingMode.Reflect or PaddingMode.Replicate;
            windows.Add(isPadded ? window : window with { Before = before, After = after });
        }

        return net.Conv(x, w, windows, groups);
    }

    private static void Check(ConvolutionAttribute layer, int axes, Scope net)
    {
        net.RequireRange("channels", layer.Channels, c => c >= 1, "at least 1");
        net.RequireRange("kernel", layer.Kernel, k => k >= 1, "at least 1");
        net.RequireRange("Stride", layer.Stride, s => s >= 1, "at least 1");
        net.RequireRange("Dilation", layer.Dilation, d => d >= 1, "at least 1");
        net.RequireRange("Padding", layer.Padding, p => p >= 0, "not negative");
        if (layer.Pads is { } pads)
        {
            net.RequireRange("the number of Pads", pads.Length, count => count == 2 * axes, $"{2 * axes}: {(axes == 1 ? "before and after" : "above, below, left and right")}");
            net.RequireRange("Pads", pads.Min(), p => p >= 0, "not negative");
            net.RequireRange("Padding", layer.Padding, p => p == 0, "0 beside Pads");
        }

        if (layer.PaddingMode is PaddingMode.Causal && axes != 1)
            throw net.OutOfRange("PaddingMode", "any but Causal, which is for sequences", "PaddingMode.Causal");
        if (layer.PaddingMode is PaddingMode.Same or PaddingMode.Causal)
            net.RequireRange("Padding", layer.Pads is null ? layer.Padding : layer.Pads.Max(), p => p == 0, $"0 with PaddingMode.{layer.PaddingMode}, which tells it");
    }

    private static (int Before, int After) Sides(ConvolutionAttribute layer, WindowAxis window, int axis, int extent)
    {
        int reach = window.Reach(layer.Kernel), all = Math.Max(0, ((extent + layer.Stride - 1) / layer.Stride - 1) * layer.Stride + reach - extent);
        return layer.PaddingMode switch
        {
            PaddingMode.Same => (all / 2, all - all / 2),
            PaddingMode.Causal => (reach - 1, 0),
            _ when layer.Pads is { } pads => (pads[2 * axis], pads[2 * axis + 1]),
            _ => (layer.Padding, layer.Padding),
        };
    }
}
#endif
