#if STATICNET_GENERATOR
using StaticNet.Generator.Ir;
using StaticNet.Generator.Lowering;
#endif

namespace StaticNet;

/// <summary>
/// A transposed convolution over images, <c>[n,C,H,W] → [n,channels,OH,OW]</c>: each pixel spreads over a window, <c>y[o,p] = b[o] + Σ w[c,o,q]·x[c,i]</c>
/// over the channels c of o's group and all i and q with <c>i·stride + q·dilation − padding = p</c>; <c>OH = (H − 1)·stride − 2·padding +
/// dilation·(kernel − 1) + outputPadding + 1</c>. Parameters: <c>weight [C,channels/groups,kernel,kernel]</c>, <c>bias [channels]</c>.
/// </summary>
/// <param name="channels">The channels of the output; at least 1.</param>
/// <param name="kernel">The height and width of the window; at least 1.</param>
public sealed class ConvTranspose2DAttribute(int channels, int kernel) : TransposedConvolutionAttribute(channels, kernel);

#if STATICNET_GENERATOR
internal sealed class ConvTranspose2D : TransposedConvolution<ConvTranspose2DAttribute>
{
    protected override Value Build(ConvTranspose2DAttribute layer, Value x, Scope net)
    {
        net.RequireImage(x);
        return Convolve(layer, x, net);
    }
}
#endif
