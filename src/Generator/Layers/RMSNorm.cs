#if STATICNET_GENERATOR
using StaticNet.Generator.Ir;
using StaticNet.Generator.Lowering;
using StaticNet.Generator.Ops;
#endif

namespace StaticNet;

/// <summary>
/// Divides the features of each sample, <c>[n,f] → [n,f]</c>, or of each step of a sequence, <c>[n,t,f] → [n,t,f]</c>, by the root of their mean
/// square: <c>y = x/√(Σx²/f + ε)·γ</c> (Zhang and Sennrich, 2019), in training and inference alike. Parameter: <c>weight [f]</c>.
/// </summary>
public sealed class RMSNormAttribute : ParameterLayerAttribute
{
    /// <summary>What is added to the mean square; positive.</summary>
    public double Epsilon { get; init; } = 1e-5;

    /// <summary>Whether <c>γ</c> is learned.</summary>
    public bool Affine { get; init; } = true;
}

#if STATICNET_GENERATOR
internal sealed class RMSNorm : Layer<RMSNormAttribute>
{
    protected override bool Streams(RMSNormAttribute layer) => true;

    protected override Value Build(RMSNormAttribute layer, Value x, Scope net)
    {
        net.RequireRange("Epsilon", layer.Epsilon, e => e > 0 && !double.IsInfinity(e), "positive and finite");
        int width = net.RequireFeatures(x);
        Value meanSquare = net.Mean(net.Map(a => a * a, x), x.Shape.Rank - 1);
        Value normal = x * net.Map(s => 1 / Scalar.Sqrt(s + layer.Epsilon), meanSquare);
        return layer.Affine ? normal * net.Parameter("weight", new(width), Init.Ones, kind: ParameterKind.Norm) : normal;
    }
}
#endif
