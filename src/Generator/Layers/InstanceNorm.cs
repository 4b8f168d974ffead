#if STATICNET_GENERATOR
using StaticNet.Generator.Ir;
using StaticNet.Generator.Lowering;
#endif

namespace StaticNet;

/// <summary>
/// Normalises each channel of each image, <c>[n,C,H,W] → [n,C,H,W]</c>, or sequence, <c>[n,t,C] → [n,t,C]</c>: <c>y = (x − μ)/√(σ² + ε)</c> with the
/// mean and the biased variance of the sample's channel (Ulyanov et al., 2016), in training and inference alike. One value alone would always become 0,
/// so a channel must have two or more. Parameters, with <see cref="Affine"/>: <c>weight [C]</c>, <c>bias [C]</c>.
/// </summary>
public sealed class InstanceNormAttribute : ParameterLayerAttribute
{
    /// <summary>What is added to the variance; positive.</summary>
    public double Epsilon { get; init; } = 1e-5;

    /// <summary>Whether the result is multiplied by <c>γ</c> and <c>β</c> added, both learned, one of each a channel; as in PyTorch not unless asked for.</summary>
    public bool Affine { get; init; }
}

#if STATICNET_GENERATOR
internal sealed class InstanceNorm : Layer<InstanceNormAttribute>
{
    protected override Value Build(InstanceNormAttribute layer, Value x, Scope net)
    {
        int channels = net.RequireChannels(x);
        net.RequireRange("Epsilon", layer.Epsilon, e => e > 0 && !double.IsInfinity(e), "positive and finite");
        net.RequireRange("the number of values of a channel", x.Shape.Count.Size / channels, count => count > 1, "at least 2");
        return GroupNorm.ChannelsFirst(x, net, x =>
        {
            Value normal = GroupNorm.Normalised(x, layer.Epsilon, net, [.. Enumerable.Range(2, x.Shape.Rank - 2)]);
            return layer.Affine ? GroupNorm.Affine(normal, channels, net) : normal;
        });
    }
}
#endif
