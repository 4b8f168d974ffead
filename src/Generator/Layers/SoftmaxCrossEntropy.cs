#if STATICNET_GENERATOR
using StaticNet.Generator.Ir;
using StaticNet.Generator.Lowering;
using StaticNet.Generator.Ops;
#endif

namespace StaticNet;

/// <summary>
/// The negative log likelihood of one class of several, on logits <c>z [n,classes]</c>: <c>L = Σ (log Σⱼ e^zⱼ − z_t) / n</c>.
/// Target: the index of the class, <c>int [n]</c>, or a probability for each class. Link: softmax. Of a sequence, <c>z [n,t,classes]</c>, each step
/// has a target, <c>int [n,t]</c>, and counts as a sample does.
/// </summary>
/// <remarks>
/// With options, as PyTorch: a sample's loss is <c>Σⱼ qⱼ·wⱼ·(log Σₖ e^zₖ − zⱼ)</c>, where <c>q = (1 − ε)·t + ε/classes</c> is the smoothed target
/// and <c>w</c> are the classes' weights. The mean over class indices divides by <c>Σ w_t</c>, that over probabilities by <c>n</c>.
/// </remarks>
public sealed class SoftmaxCrossEntropyAttribute : LossAttribute
{
    /// <summary>Whether a target is an index or a row of probabilities.</summary>
    public TargetKind Target { get; init; }

    /// <summary>The share <c>ε</c> of each target that is spread over all classes, in [0, 1).</summary>
    public double LabelSmoothing { get; init; }

    /// <summary>A weight for each class, finite and not negative; none if all count alike.</summary>
    public double[]? ClassWeights { get; init; }
}

#if STATICNET_GENERATOR
internal sealed class SoftmaxCrossEntropy : Loss<SoftmaxCrossEntropyAttribute>
{
    protected override Target TargetOf(SoftmaxCrossEntropyAttribute loss, Value output, Scope net)
    {
        int classes = net.RequireClasses(output, "logit");
        net.RequireRange("LabelSmoothing", loss.LabelSmoothing, share => share >= 0 && share < 1, "in [0, 1)");
        net.RequireClassWeights(loss.ClassWeights, classes);
        return loss.Target == TargetKind.Rows ? Target.Distributions(output.Shape) : Target.Indices(output.Shape);
    }

    protected override Value Terms(SoftmaxCrossEntropyAttribute loss, Value output, Value target, Scope net)
    {
        Value log = Softmax.LogSum(output, net);
        if (loss.Target == TargetKind.Classes && loss.LabelSmoothing == 0 && loss.ClassWeights is null)
            return log - net.OfClass(output, target);

        // Σⱼ qⱼ·wⱼ·(log Σₖ e^zₖ − zⱼ)
        double share = loss.LabelSmoothing / output.Shape[output.Shape.Rank - 1].Size;
        Value losses = net.Map((s, z) => s - z, log, output);
        if (loss.ClassWeights is { } weights)
            losses = losses * net.Constant(weights, new(weights.Length));
        Value parts = loss.Target == TargetKind.Rows
            ? net.Map((l, t) => ((1 - loss.LabelSmoothing) * t + share) * l, losses, target)
            : net.Map((l, t) => Scalar.IfEqual(Scalar.Column, t, (1 - loss.LabelSmoothing + share) * l, share * l), losses, net.Column(target));
        return net.Sum(parts, output.Shape.Rank - 1);
    }

    protected override Value? Weights(SoftmaxCrossEntropyAttribute loss, Value output, Value target, Scope net) =>
        loss is { Target: TargetKind.Classes, ClassWeights: { } weights } ? net.OfClass(net.Constant(weights, new(weights.Length)), target) : null;

    protected override Value Link(SoftmaxCrossEntropyAttribute loss, Value output, Scope net) => Softmax.Of(output, net);
}
#endif
