#if STATICNET_GENERATOR
using StaticNet.Generator.Ir;
using StaticNet.Generator.Lowering;
using StaticNet.Generator.Ops;
#endif

namespace StaticNet;

/// <summary>
/// The negative log likelihood of independent yes-or-no targets, on logits, mean over the batch and all elements:
/// <c>l = log(1 + eᶻ) − z·t</c>, or <c>l = (1 − t)·z + (1 + (p − 1)·t)·log(1 + e⁻ᶻ)</c> with a weight <c>p</c> of the positive ones.
/// Target: as the output, in [0, 1]. Link: sigmoid.
/// </summary>
public sealed class BinaryCrossEntropyAttribute : LossAttribute
{
    /// <summary>What a positive target weighs against a negative one; finite, not negative.</summary>
    public double PositiveWeight { get; init; } = 1;
}

#if STATICNET_GENERATOR
internal sealed class BinaryCrossEntropy : ElementLoss<BinaryCrossEntropyAttribute>
{
    protected override Target TargetOf(Shape output) => Target.Probabilities(output);

    protected override void Check(BinaryCrossEntropyAttribute loss, Scope net) => net.RequireRange(
        "PositiveWeight", loss.PositiveWeight, weight => weight >= 0 && !double.IsInfinity(weight), "finite and not negative");

    protected override Scalar Term(BinaryCrossEntropyAttribute loss, Scalar z, Scalar t) => loss.PositiveWeight == 1
        ? Scalar.Softplus(z) - z * t
        : (1 - t) * z + (1 + (loss.PositiveWeight - 1) * t) * Scalar.Softplus(-z);

    protected override Value Link(BinaryCrossEntropyAttribute loss, Value output, Scope net) => net.Map(Scalar.Sigmoid, output);
}
#endif
