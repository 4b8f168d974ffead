#if STATICNET_GENERATOR
using StaticNet.Generator.Ir;
using StaticNet.Generator.Lowering;
#endif

namespace StaticNet;

/// <summary>
/// A convolution over images in two parts, <c>[n,C,H,W] → [n,channels,OH,OW]</c>, as Keras's: a few windows over each channel alone, then a sum over all
/// of what they give at a place: <c>y[o,p] = b[o] + Σ w[o,j]·Σ d[j,q]·x[⌊j/m⌋, p·stride + q·dilation − padding]</c>, where m is
/// <see cref="DepthMultiplier"/>. Parameters, named as two of PyTorch's Conv2d, <c>depthwise</c> with <c>groups = C</c> and <c>pointwise</c> with a
/// window of one element: <c>depthwise.weight [C·m,1,kernel,kernel]</c>, <c>pointwise.weight [channels,C·m,1,1]</c>, <c>pointwise.bias [channels]</c>.
/// </summary>
/// <param name="channels">The channels of the output; at least 1.</param>
/// <param name="kernel">The height and width of the window; at least 1.</param>
public sealed class SeparableConv2DAttribute(int channels, int kernel) : ConvolutionAttribute(channels, kernel)
{
    /// <summary>The windows over each channel; at least 1.</summary>
    public int DepthMultiplier { get; init; } = 1;
}

#if STATICNET_GENERATOR
internal sealed class SeparableConv2D : Convolution<SeparableConv2DAttribute>
{
    protected override Value Build(SeparableConv2DAttribute layer, Value x, Scope net)
    {
        net.RequireImage(x);
        return Separate(layer, layer.DepthMultiplier, x, net);
    }
}
#endif
