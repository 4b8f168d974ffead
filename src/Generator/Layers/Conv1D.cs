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
public sealed class Conv1DAttribute(int channels, int kernel) : ConvolutionAttribute(channels, kernel);

#if STATICNET_GENERATOR
internal sealed class Conv1D : Convolution<Conv1DAttribute>
{
    private const string Causal = "PaddingMode = PaddingMode.Causal";

    protected override bool Streams(Conv1DAttribute layer) => true;

    // A stream has steps that have been where a whole sequence has zeros before it.
    protected override Value Build(Conv1DAttribute layer, Value x, Scope net)
    {
        net.RequireSequence(x);
        if (net.Streaming)
        {
            if (layer.PaddingMode is not (PaddingMode.Causal or PaddingMode.Zeros))
                throw net.CannotStream(mend: $"write {Causal}, or remove Stream = true from [Network]");
            var window = new WindowAxis(layer.Stride, Dilation: layer.Dilation);
            int before = Sides(layer, window, 0, x.Shape.Fixed(1)).Before;
            net.RequirePast(window.Reach(layer.Kernel), layer.Stride, before, Causal);
            x = net.BehindPast(x, before);
        }

        return net.Permute(Convolve(layer, net.Permute(x, [0, 2, 1]), net), [0, 2, 1]);
    }
}
#endif
