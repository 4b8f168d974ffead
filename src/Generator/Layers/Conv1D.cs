#if STATICNET_GENERATOR
using StaticNet.Generator.Ir;
using StaticNet.Generator.Lowering;
using StaticNet.Generator.Ops;
#endif

namespace StaticNet;

/// <summary>
/// A convolution along sequences, <c>[n,t,c] → [n,ot,channels]</c>: <c>y[p,o] = b[o] + Σ w[o,c,q]·x[p·stride + q·dilation − padding, c]</c> over the
/// channels c of o's group and the elements q of the window; <c>ot = ⌊(t + 2·padding − dilation·(kernel − 1) − 1)/stride⌋ + 1</c>. Parameters: <c>weight
/// [channels,c/groups,kernel]</c>, <c>bias [channels]</c>.
/// </summary>
/// <param name="channels">The channels of the output; at least 1.</param>
/// <param name="kernel">The elements of the window; at least 1.</param>
public sealed class Conv1DAttribute(int channels, int kernel) : ConvolutionAttribute(channels, kernel)
{
    /// <summary>Groups of channels that do not see each other; a divisor of both numbers of channels.</summary>
    public int Groups { get; init; } = 1;
}

#if STATICNET_GENERATOR
internal sealed class Conv1D : Convolution<Conv1DAttribute>
{
    protected override bool Streams(Conv1DAttribute layer) => true;

    protected override Value Build(Conv1DAttribute layer, Value x, Scope net)
    {
        net.RequireSequence(x);
        return net.Permute(Convolve(layer, layer.Groups, net.Permute(BehindPast(layer, x, net), [0, 2, 1]), net), [0, 2, 1]);
    }
}
#endif
