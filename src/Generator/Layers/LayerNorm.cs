#if STATICNET_GENERATOR
using StaticNet.Generator.Ir;
using StaticNet.Generator.Lowering;
using StaticNet.Generator.Ops;
#endif

namespace StaticNet;

/// <summary>
/// Normalises the features of each sample, <c>[n,f] → [n,f]</c>: <c>y = (x − μ)/√(σ² + ε)·γ + β</c> with the mean and the biased variance of the
/// sample (Ba et al., 2016), in training and inference alike. Parameters: <c>weight [f]</c>, <c>bias [f]</c>.
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
    // μ = Σx/f, σ² = Σ(x−μ)²/f
    protected override Value Build(LayerNormAttribute layer, Value x, Scope net)
    {
        net.RequireRange("Epsilon", layer.Epsilon, e => e > 0 && !double.IsInfinity(e), "positive and finite");
        int width = net.RequireVector(x);
        Value centred = x - net.Mean(x, 1);
        Value variance = net.Mean(net.Map(c => c * c, centred), 1);
        Value normal = centred * net.Map(v => 1 / Scalar.Sqrt(v + layer.Epsilon), variance);
        if (!layer.Affine)
            return normal;
        return normal * net.Parameter("weight", new(width), Init.Ones, kind: ParameterKind.Norm)
            + net.Parameter("bias", new(width), Init.Zeros, kind: ParameterKind.Norm);
    }
}
#endif
