#if STATICNET_GENERATOR
using StaticNet.Generator.Ir;
using StaticNet.Generator.Lowering;
using StaticNet.Generator.Ops;
#endif

namespace StaticNet;

/// <summary>
/// A transposed convolution along sequences, <c>[n,t,c] → [n,ot,channels]</c>: each element spreads over a window, <c>y[p,o] = b[o] + Σ w[c,o,q]·x[i,c]</c>
/// over the channels c of o's group and all i and q with <c>i·stride + q·dilation − padding = p</c>; <c>ot = (t − 1)·stride − 2·padding +
/// dilation·(kernel − 1) + outputPadding + 1</c>. Parameters: <c>weight [c,channels/groups,kernel]</c>, <c>bias [channels]</c>.
/// </summary>
/// <param name="channels">The channels of the output; at least 1.</param>
/// <param name="kernel">The elements of the window; at least 1.</param>
public sealed class ConvTranspose1DAttribute(int channels, int kernel) : TransposedConvolutionAttribute(channels, kernel);

#if STATICNET_GENERATOR
internal sealed class ConvTranspose1D : TransposedConvolution<ConvTranspose1DAttribute>
{
    protected override Value Build(ConvTranspose1DAttribute layer, Value x, Scope net)
    {
        net.RequireSequence(x);
        return net.Permute(Convolve(layer, net.Permute(x, [0, 2, 1]), net), [0, 2, 1]);
    }
}
#endif
