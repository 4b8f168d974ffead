#if STATICNET_GENERATOR
using StaticNet.Generator.Ir;
using StaticNet.Generator.Lowering;
#endif

namespace StaticNet;

/// <summary>
/// A convolution over images, <c>[n,C,H,W] → [n,channels,OH,OW]</c>: <c>y[o,p] = b[o] + Σ w[o,c,q]·x[c, p·stride + q·dilation − padding]</c> over the
/// channels c of o's group and the elements q of the window; <c>OH = ⌊(H + 2·padding − dilation·(kernel − 1) − 1)/stride⌋ + 1</c>. Parameters: <c>weight
/// [channels,C/groups,kernel,kernel]</c>, <c>bias [channels]</c>.
/// </summary>
/// <param name="channels">The channels of the output; at least 1.</param>
/// <param name="kernel">The height and width of the window; at least 1.</param>
public sealed class Conv2DAttribute(int channels, int kernel) : ConvolutionAttribute(channels, kernel)
{
    /// <summary>Groups of channels that do not see each other; a divisor of both numbers of channels.</summary>
    public int Groups { get; init; } = 1;
}

#if STATICNET_GENERATOR
internal sealed class Conv2D : Convolution<Conv2DAttribute>
{
    protected override Value Build(Conv2DAttribute layer, Value x, Scope net)
    {
        net.RequireImage(x);
        return Convolve(layer, layer.Groups, x, net);
    }
}
#endif
