#if STATICNET_GENERATOR
using StaticNet.Generator.Ir;
using StaticNet.Generator.Lowering;
using StaticNet.Generator.Ops;
#endif

namespace StaticNet;

/// <summary>
/// A convolution along sequences in two parts, <c>[n,t,c] → [n,ot,channels]</c>, as Keras's: a few windows over each channel alone, then a sum over all
/// of what they give at a step: <c>y[p,o] = b[o] + Σ w[o,j]·Σ d[j,q]·x[p·stride + q·dilation − padding, ⌊j/m⌋]</c>, where m is
/// <see cref="DepthMultiplier"/>. Parameters, named as two of PyTorch's Conv1d, <c>depthwise</c> with <c>groups = c</c> and <c>pointwise</c> with a
/// window of one element: <c>depthwise.weight [c·m,1,kernel]</c>, <c>pointwise.weight [channels,c·m,1]</c>, <c>pointwise.bias [channels]</c>.
/// </summary>
/// <param name="channels">The channels of the output; at least 1.</param>
/// <param name="kernel">The elements of the window; at least 1.</param>
public sealed class SeparableConv1DAttribute(int channels, int kernel) : ConvolutionAttribute(channels, kernel)
{
    /// <summary>The windows over each channel; at least 1.</summary>
    public int DepthMultiplier { get; init; } = 1;
}

#if STATICNET_GENERATOR
internal sealed class SeparableConv1D : Convolution<SeparableConv1DAttribute>
{
    protected override bool Streams(SeparableConv1DAttribute layer) => true;

    protected override Value Build(SeparableConv1DAttribute layer, Value x, Scope net)
    {
        net.RequireSequence(x);
        return net.Permute(Separate(layer, layer.DepthMultiplier, net.Permute(BehindPast(layer, x, net), [0, 2, 1]), net), [0, 2, 1]);
    }
}
#endif
