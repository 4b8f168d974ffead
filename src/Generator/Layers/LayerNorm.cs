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
public sealed class LayerNormAttribute : LayerAttribute
{
    /// <summary>What is added to the variance; positive.</summary>
    public double Epsilon { get; init; } = 1e-5;

    /// <summary>Whether <c>γ</c> and <c>β</c> are learned.</summary>
    public bool Affine { get; init; } = true;
}

#if STATICNET_GENERATOR
internal sealed class LayerNorm : Layer<LayerNormAttribute>
{
    protected override Value Build(LayerNormAttribute layer, Value x, Scope net)
    {
        net.RequireRange("Epsilon", layer.Epsilon, e => e > 0 && !double.IsInfinity(e), "positive and finite");
        int width = net.RequireFeatures(x);
        Value normal = GroupNorm.Normalised(x, layer.Epsilon, net, x.Shape.Rank - 1);
        if (!layer.Affine)
            return normal;
        return normal * net.Parameter("weight", new(width), Init.Ones, kind: ParameterKind.Norm)
            + net.Parameter("bias", new(width), Init.Zeros, kind: ParameterKind.Norm);
    }
}
#endif
