#if STATICNET_GENERATOR
using StaticNet.Generator.Ir;
using StaticNet.Generator.Lowering;
using StaticNet.Generator.Ops;
#endif

namespace StaticNet;

/// <summary>
/// A convolution over images, <c>[n,C,H,W] → [n,channels,OH,OW]</c>: <c>y[o,p] = b[o] + Σ w[o,c,q]·x[c, p·stride + q·dilation − padding]</c> over the
/// channels c of o's group and the elements q of the window; <c>OH = ⌊(H + 2·padding − dilation·(kernel − 1) − 1)/stride⌋ + 1</c>. Parameters: <c>weight
/// [channels,C/groups,kernel,kernel]</c>, <c>bias [channels]</c>.
/// </summary>
/// <param name="channels">The channels of the output; at least 1.</param>
/// <param name="kernel">The height and width of the window; at least 1.</param>
public sealed class Conv2DAttribute(int channels, int kernel) : LayerAttribute
{
    /// <summary>The channels of the output.</summary>
    public int Channels { get; } = channels;

    /// <summary>The height and width of the window.</summary>
    public int Kernel { get; } = kernel;

    /// <summary>From one place of the window to the next.</summary>
    public int Stride { get; init; } = 1;

    /// <summary>Zeros on each side.</summary>
    public int Padding { get; init; }

    /// <summary>From one element of the window to the next.</summary>
    public int Dilation { get; init; } = 1;

    /// <summary>Groups of channels that do not see each other; a divisor of both numbers of channels.</summary>
    public int Groups { get; init; } = 1;

    /// <summary>Whether a bias is added; it starts at 0.</summary>
    public bool Bias { get; init; } = true;

    /// <summary>How the weight starts.</summary>
    public Init Weights { get; init; } = Init.HeUniform;

    /// <summary>A factor on the weight's initial values.</summary>
    public double WeightsScale { get; init; } = 1;
}

#if STATICNET_GENERATOR
internal sealed class Conv2D : Layer<Conv2DAttribute>
{
    protected override Value Build(Conv2DAttribute layer, Value x, Scope net)
    {
        net.RequireRange("channels", layer.Channels, c => c >= 1, "at least 1");
        net.RequireRange("kernel", layer.Kernel, k => k >= 1, "at least 1");
        net.RequireRange("Stride", layer.Stride, s => s >= 1, "at least 1");
        net.RequireRange("Padding", layer.Padding, p => p >= 0, "not negative");
        net.RequireRange("Dilation", layer.Dilation, d => d >= 1, "at least 1");
        int inputs = net.RequireImage(x);
        net.RequireRange(
            "Groups", layer.Groups, g => g >= 1 && inputs % g == 0 && layer.Channels % g == 0, $"a divisor of {inputs} and {layer.Channels} channels");
        Value w = net.Parameter("weight", new(layer.Channels, inputs / layer.Groups, layer.Kernel, layer.Kernel), layer.Weights, layer.WeightsScale);
        var axis = new WindowAxis(layer.Stride, layer.Padding, layer.Padding, layer.Dilation);
        Value y = net.Conv(x, w, WindowAxes.Same(2, axis), layer.Groups);
        return layer.Bias
            ? y + net.Reshape(net.Parameter("bias", new(layer.Channels), Init.Zeros, kind: ParameterKind.Bias), new(layer.Channels, 1, 1))
            : y;
    }
}
#endif
