#if STATICNET_GENERATOR
using StaticNet.Generator.Ir;
using StaticNet.Generator.Lowering;
using StaticNet.Generator.Ops;
#endif

namespace StaticNet;

/// <summary>
/// Dropout of whole channels (Tompson et al., 2015): in training, sets each channel of an image <c>[n,C,H,W]</c> or of a sequence <c>[n,t,C]</c> to 0
/// with probability <c>rate</c> and divides the others by <c>1 − rate</c>; in inference, passes every value.
/// </summary>
/// <param name="rate">The share of channels dropped, in [0, 1).</param>
public sealed class SpatialDropoutAttribute(double rate) : LayerAttribute
{
    /// <summary>The share of channels dropped.</summary>
    public double Rate { get; } = rate;
}

#if STATICNET_GENERATOR
internal sealed class SpatialDropout : Layer<SpatialDropoutAttribute>
{
    protected override bool Streams(SpatialDropoutAttribute layer) => true;

    // u ~ U[0,1) for each channel:   y = u < rate ? 0 : x / (1 − rate)
    protected override Value Build(SpatialDropoutAttribute layer, Value x, Scope net)
    {
        net.RequireRange("rate", layer.Rate, rate => rate >= 0 && rate < 1, "in [0, 1)");
        int channels = net.RequireChannels(x);
        if (!net.Training || layer.Rate == 0)
            return x;
        Shape ofChannels = x.Shape.Rank == 3 ? new(x.Shape[0], 1, channels) : new(x.Shape[0], channels, 1, 1);
        return net.Map((a, u) => Scalar.IfGreater(layer.Rate, u, 0, a * (1 / (1 - layer.Rate))), x, net.Random(ofChannels));
    }
}
#endif
