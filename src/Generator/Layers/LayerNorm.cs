#if STATICNET_GENERATOR
using StaticNet.Generator.Ir;
using StaticNet.Generator.Lowering;
using StaticNet.Generator.Ops;
#endif

namespace StaticNet;

/// <summary>
/// Normalises the features of each sample, <c>[n,f] → [n,f]</c>, or of each step of a sequence, <c>[n,t,f] → [n,t,f]</c>:
/// <c>y = (x − μ)/√(σ² + ε)·γ + β</c> with their mean and biased variance (Ba et al., 2016), in training and inference alike. Parameters:
/// <c>weight [f]</c>, <c>bias [f]</c>.
/// </summary>
public sealed class LayerNormAttribute : ParameterLayerAttribute
{
    /// <summary>What is added to the variance; positive.</summary>
    public double Epsilon { get; init; } = 1e-5;

    /// <summary>Whether <c>γ</c> and <c>β</c> are learned.</summary>
    public bool Affine { get; init; } = true;
}

#if STATICNET_GENERATOR
internal sealed class LayerNorm : Layer<LayerNormAttribute>
{
    protected override bool Streams(LayerNormAttribute layer) => true;

    protected override Value Build(LayerNormAttribute layer, Value x, Scope net)
    {
        net.RequireRange("Epsilon", layer.Epsilon, e => e > 0 && !double.IsInfinity(e), "positive and finite");
        net.RequireFeatures(x);
        return layer.Affine ? Of(x, layer.Epsilon, "", net) : GroupNorm.Normalised(x, layer.Epsilon, net, x.Shape.Rank - 1);
    }

    /// <summary>The features normalised, scaled and shifted; names of parameters begin with a prefix.</summary>
    public static Value Of(Value x, double epsilon, string prefix, Scope net)
    {
        int last = x.Shape.Rank - 1, width = x.Shape[last].Size;
        return GroupNorm.Normalised(x, epsilon, net, last) * net.Parameter($"{prefix}weight", new(width), Init.Ones, kind: ParameterKind.Norm)
            + net.Parameter($"{prefix}bias", new(width), Init.Zeros, kind: ParameterKind.Norm);
    }
}
#endif
