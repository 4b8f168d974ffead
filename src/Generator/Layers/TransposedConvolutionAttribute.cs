#if STATICNET_GENERATOR
using StaticNet.Generator.Ir;
using StaticNet.Generator.Lowering;
using StaticNet.Generator.Ops;
#endif

namespace StaticNet;

/// <summary>What all transposed convolutions have in common.</summary>
/// <param name="channels">The channels of the output; at least 1.</param>
/// <param name="kernel">The elements of the window along each axis; at least 1.</param>
public abstract class TransposedConvolutionAttribute(int channels, int kernel) : ParameterLayerAttribute
{
    /// <summary>The channels of the output.</summary>
    public int Channels { get; } = channels;

    /// <summary>The elements of the window along each axis.</summary>
    public int Kernel { get; } = kernel;

    /// <summary>In the output, from the window of one element of the input to that of the next.</summary>
    public int Stride { get; init; } = 1;

    /// <summary>Elements of the output left away on each side.</summary>
    public int Padding { get; init; }

    /// <summary>Elements that the output has more behind the last; less than the stride or the dilation.</summary>
    public int OutputPadding { get; init; }

    /// <summary>From one element of the window to the next.</summary>
    public int Dilation { get; init; } = 1;

    /// <summary>Groups of channels that do not see each other; a divisor of both numbers of channels.</summary>
    public int Groups { get; init; } = 1;

    /// <summary>Whether a bias is added; it starts at 0.</summary>
    public bool Bias { get; init; } = true;

    /// <summary>How the weight starts; a unit's inputs are counted as PyTorch does, <c>channels/groups</c> windows.</summary>
    public Init Weights { get; init; } = Init.HeUniform;

    /// <summary>A factor on the weight's initial values.</summary>
    public double WeightsScale { get; init; } = 1;
}

#if STATICNET_GENERATOR
internal abstract class TransposedConvolution<TAttribute> : Layer<TAttribute>
    where TAttribute : TransposedConvolutionAttribute
{
    // y = wᵀ ⋆ x + b over [n,C,…], wᵀ the gradient of a convolution by what it reads
    protected static Value Convolve(TransposedConvolutionAttribute layer, Value x, Scope net)
    {
        int inputs = x.Shape.Fixed(1), axes = x.Shape.Rank - 2;
        Check(layer, inputs, net);
        Value w = net.Parameter(
            "weight", new([inputs, layer.Channels / layer.Groups, .. Enumerable.Repeat((Dim)layer.Kernel, axes)]), layer.Weights, layer.WeightsScale);
        WindowAxis[] windows = [.. Enumerable.Repeat(new WindowAxis(layer.Stride, layer.Padding, layer.Padding, layer.Dilation), axes)];
        Value y = net.ConvTranspose(x, w, windows, [.. Enumerable.Repeat(layer.OutputPadding, axes)], layer.Groups);
        return layer.Bias
            ? y + net.Reshape(
                net.Parameter("bias", new(layer.Channels), Init.Zeros, kind: ParameterKind.Bias), new([layer.Channels, .. Enumerable.Repeat((Dim)1, axes)]))
            : y;
    }

    private static void Check(TransposedConvolutionAttribute layer, int inputs, Scope net)
    {
        net.RequireRange("channels", layer.Channels, c => c >= 1, "at least 1");
        net.RequireRange("kernel", layer.Kernel, k => k >= 1, "at least 1");
        net.RequireRange("Stride", layer.Stride, s => s >= 1, "at least 1");
        net.RequireRange("Dilation", layer.Dilation, d => d >= 1, "at least 1");
        net.RequireRange("Padding", layer.Padding, p => p >= 0, "not negative");
        int most = Math.Max(layer.Stride, layer.Dilation) - 1;
        net.RequireRange("OutputPadding", layer.OutputPadding, p => p >= 0 && p <= most, $"from 0 to {most}: less than Stride or Dilation");
        net.RequireRange(
            "Groups", layer.Groups, g => g >= 1 && inputs % g == 0 && layer.Channels % g == 0, $"a divisor of {inputs} and {layer.Channels} channels");
    }
}
#endif
