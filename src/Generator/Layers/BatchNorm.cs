#if STATICNET_GENERATOR
using StaticNet.Generator.Ir;
using StaticNet.Generator.Lowering;
using StaticNet.Generator.Ops;
#endif

namespace StaticNet;

/// <summary>
/// Normalises each feature over the batch, <c>[n,f] → [n,f]</c>: <c>y = (x − μ)/√(σ² + ε)·γ + β</c> (Ioffe and Szegedy, 2015). Training uses the
/// batch's mean and biased variance and needs at least two samples; inference uses the running ones. Parameters: <c>weight [f]</c>,
/// <c>bias [f]</c>; state: <c>running_mean [f]</c>, <c>running_var [f]</c>.
/// </summary>
public sealed class BatchNormAttribute : LayerAttribute
{
    /// <summary>How far the running statistics move to the batch's at each step, in [0, 1].</summary>
    public double Momentum { get; init; } = 0.1;

    /// <summary>What is added to the variance; positive.</summary>
    public double Epsilon { get; init; } = 1e-5;

    /// <summary>Whether <c>γ</c> and <c>β</c> are learned.</summary>
    public bool Affine { get; init; } = true;
}

#if STATICNET_GENERATOR
internal sealed class BatchNorm : Layer<BatchNormAttribute>
{
    protected override Value Build(BatchNormAttribute layer, Value x, Scope net)
    {
        net.RequireRange("Momentum", layer.Momentum, m => m >= 0 && m <= 1, "in [0, 1]");
        net.RequireRange("Epsilon", layer.Epsilon, e => e > 0 && !double.IsInfinity(e), "positive and finite");
        net.RequireBatch(2);
        int width = net.RequireVector(x);
        Value runningMean = net.State("running_mean", new(width), Init.Zeros);
        Value runningVariance = net.State("running_var", new(width), Init.Ones);
        Value normal = net.Training ? Batch(layer, x, runningMean, runningVariance, net) : Normalise(layer, x - runningMean, runningVariance, net);
        if (!layer.Affine)
            return normal;
        return normal * net.Parameter("weight", new(width), Init.Ones, kind: ParameterKind.Norm)
            + net.Parameter("bias", new(width), Init.Zeros, kind: ParameterKind.Norm);
    }

    // μ = Σx/n, σ² = Σ(x−μ)²/n;   μ′ ← (1−m)·μ′ + m·μ,   σ²′ ← (1−m)·σ²′ + m·σ²·n/(n−1)
    private static Value Batch(BatchNormAttribute layer, Value x, Value runningMean, Value runningVariance, Scope net)
    {
        double m = layer.Momentum;
        Value mean = net.Mean(x, 0);
        Value centred = x - mean;
        Value variance = net.Mean(net.Map(c => c * c, centred), 0);
        Shape vector = runningMean.Shape;
        net.Next(runningMean, net.Map((old, now) => (1 - m) * old + m * now, runningMean, net.Reshape(mean, vector)));
        net.Next(runningVariance, net.Map(
            (old, now) => (1 - m) * old + m * (Scalar.Batch / (Scalar.Batch - 1)) * now, runningVariance, net.Reshape(variance, vector)));
        return Normalise(layer, centred, variance, net);
    }

    private static Value Normalise(BatchNormAttribute layer, Value centred, Value variance, Scope net) =>
        centred * net.Map(v => 1 / Scalar.Sqrt(v + layer.Epsilon), variance);
}
#endif
