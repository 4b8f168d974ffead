#if STATICNET_GENERATOR
using StaticNet.Generator.Ir;
using StaticNet.Generator.Lowering;
using StaticNet.Generator.Ops;
#endif

namespace StaticNet;

/// <summary>
/// Normalises each feature over the batch, <c>[n,f] → [n,f]</c>, or each channel over batch and pixels, <c>[n,f,H,W] → [n,f,H,W]</c>, or batch and steps,
/// <c>[n,t,f] → [n,t,f]</c>: <c>y = (x − μ)/√(σ² + ε)·γ + β</c> (Ioffe and Szegedy, 2015). Training uses the batch's mean and biased variance and needs
/// at least two values of each feature; inference uses the running ones. Parameters: <c>weight [f]</c>, <c>bias [f]</c>; state:
/// <c>running_mean [f]</c>, <c>running_var [f]</c>.
/// </summary>
public sealed class BatchNormAttribute : ParameterLayerAttribute
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
    protected override bool Streams(BatchNormAttribute layer) => true;

    protected override Value Build(BatchNormAttribute layer, Value x, Scope net)
    {
        net.RequireRange("Momentum", layer.Momentum, m => m >= 0 && m <= 1, "in [0, 1]");
        net.RequireRange("Epsilon", layer.Epsilon, e => e > 0 && !double.IsInfinity(e), "positive and finite");
        int width = x.Shape.Rank is 3 or 4 ? net.RequireChannels(x) : net.RequireVector(x);
        if (x.Shape.Count.Size == width)
            net.RequireBatch(2);

        // The steps of all sequences are so many rows.
        return x.Shape.Rank == 3
            ? net.Reshape(Of(layer, net.Reshape(x, new(x.Shape.Span(0, 2), width)), width, net), x.Shape)
            : Of(layer, x, width, net);
    }

    private static Value Of(BatchNormAttribute layer, Value x, int width, Scope net)
    {
        Value runningMean = net.State("running_mean", new(width), Init.Zeros);
        Value runningVariance = net.State("running_var", new(width), Init.Ones);
        Value normal = net.Training
            ? Batch(layer, x, runningMean, runningVariance, net)
            : Normalise(layer, x - Channels(runningMean, x, net), Channels(runningVariance, x, net), net);
        if (!layer.Affine)
            return normal;
        return normal * Channels(net.Parameter("weight", new(width), Init.Ones, kind: ParameterKind.Norm), x, net)
            + Channels(net.Parameter("bias", new(width), Init.Zeros, kind: ParameterKind.Norm), x, net);
    }

    // μ = Σx/m, σ² = Σ(x−μ)²/m over the m values of a channel;   μ′ ← (1−a)·μ′ + a·μ,   σ²′ ← (1−a)·σ²′ + a·σ²·m/(m−1)
    private static Value Batch(BatchNormAttribute layer, Value x, Value runningMean, Value runningVariance, Scope net)
    {
        double a = layer.Momentum;
        int[] axes = [.. Enumerable.Range(0, x.Shape.Rank).Where(axis => axis != 1)];
        Scalar count = Scalar.Batch * (x.Shape.Count.Size / x.Shape[1].Size);
        Value mean = net.Mean(x, axes);
        Value centred = x - mean;
        Value variance = net.Mean(net.Map(c => c * c, centred), axes);
        Shape vector = runningMean.Shape;
        net.Next(runningMean, net.Map((old, now) => (1 - a) * old + a * now, runningMean, net.Reshape(mean, vector)));
        net.Next(runningVariance, net.Map((old, now) => (1 - a) * old + a * (count / (count - 1)) * now, runningVariance, net.Reshape(variance, vector)));
        return Normalise(layer, centred, variance, net);
    }

    // [C] along the channels of [n,C] or [n,C,H,W].
    private static Value Channels(Value vector, Value x, Scope net) =>
        x.Shape.Rank == 2 ? vector : net.Reshape(vector, new(vector.Shape[0], 1, 1));

    private static Value Normalise(BatchNormAttribute layer, Value centred, Value variance, Scope net) =>
        centred * net.Map(v => 1 / Scalar.Sqrt(v + layer.Epsilon), variance);
}
#endif
