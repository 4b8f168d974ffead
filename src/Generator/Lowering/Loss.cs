using StaticNet.Generator.Ir;
using StaticNet.Generator.Ops;

namespace StaticNet.Generator.Lowering;

/// <summary>How a loss becomes ops: the target it wants, its value, and the link that turns the output into a prediction.</summary>
internal interface ILoss
{
    Type Attribute { get; }

    /// <summary>The target for an output, which may be refused.</summary>
    Target TargetOf(LossAttribute loss, Value output, Scope net);

    /// <summary>The loss, of shape []; <paramref name="sampleWeights"/> is <c>[n]</c>.</summary>
    Value Value(LossAttribute loss, Value output, Value target, Value sampleWeights, Scope net);

    /// <summary>
    /// What a mean divides by, of shape [], where that is not the number of terms a sample; null otherwise. The loss of several batches is the mean
    /// of theirs weighted by it.
    /// </summary>
    Value? Divisor(LossAttribute loss, Value output, Value target, Scope net);

    /// <summary>What Predict returns for an output.</summary>
    Value Link(LossAttribute loss, Value output, Scope net);
}

/// <summary>A loss that is the mean or the sum of terms.</summary>
internal abstract class Loss<TAttribute> : ILoss
    where TAttribute : LossAttribute
{
    public Type Attribute => typeof(TAttribute);

    public Target TargetOf(LossAttribute loss, Value output, Scope net) => TargetOf((TAttribute)loss, output, net);

    // L = Σ w·l / count, where the terms l are one a sample or one an element, or Σ w·l / Σ (the samples' classes' weights)
    public Value Value(LossAttribute loss, Value output, Value target, Value sampleWeights, Scope net)
    {
        Value terms = Terms((TAttribute)loss, output, target, net);
        Value weighted = terms * net.Reshape(sampleWeights, new([Dim.N, .. Enumerable.Repeat((Dim)1, terms.Shape.Rank - 1)]));
        if (loss.Reduction == Reduction.Sum)
            return net.SumOfAll(weighted);
        return Weights((TAttribute)loss, output, target, net) is { } weights
            ? net.SumOfAll(weighted) / net.SumOfAll(weights)
            : net.MeanOfAll(weighted);
    }

    public Value? Divisor(LossAttribute loss, Value output, Value target, Scope net) =>
        loss.Reduction == Reduction.Mean && Weights((TAttribute)loss, output, target, net) is { } weights ? net.SumOfAll(weights) : null;

    public Value Link(LossAttribute loss, Value output, Scope net) => Link((TAttribute)loss, output, net);

    /// <summary>One number for each element of the output, unless the loss says otherwise. Reports parameters out of range.</summary>
    protected virtual Target TargetOf(TAttribute loss, Value output, Scope net) => Target.Numbers(output.Shape);

    /// <summary>What is summed: <c>[n,1]</c>, or the shape of the output.</summary>
    protected abstract Value Terms(TAttribute loss, Value output, Value target, Scope net);

    /// <summary>The weights <c>[n,1]</c> whose sum the mean divides by; null for the number of terms.</summary>
    protected virtual Value? Weights(TAttribute loss, Value output, Value target, Scope net) => null;

    /// <summary>The output itself, unless the loss says otherwise.</summary>
    protected virtual Value Link(TAttribute loss, Value output, Scope net) => output;
}

/// <summary>A loss with one term an element, a scalar function of the output and its target.</summary>
internal abstract class ElementLoss<TAttribute> : Loss<TAttribute>
    where TAttribute : LossAttribute
{
    protected sealed override Target TargetOf(TAttribute loss, Value output, Scope net)
    {
        Check(loss, net);
        return TargetOf(output.Shape);
    }

    protected sealed override Value Terms(TAttribute loss, Value output, Value target, Scope net) =>
        net.Map((y, t) => Term(loss, y, t), output, target);

    /// <summary>Any numbers, unless the loss says otherwise.</summary>
    protected virtual Target TargetOf(Shape output) => Target.Numbers(output);

    /// <summary>Reports parameters out of range.</summary>
    protected virtual void Check(TAttribute loss, Scope net)
    {
    }

    protected abstract Scalar Term(TAttribute loss, Scalar y, Scalar t);
}
