#if STATICNET_GENERATOR
using StaticNet.Generator.Ir;
using StaticNet.Generator.Lowering;
using StaticNet.Generator.Ops;
#endif

namespace StaticNet;

/// <summary>
/// The negative log likelihood of one class of several, on log-probabilities <c>y [n,classes]</c>, such as those of <c>[LogSoftmax]</c>:
/// <c>L = −Σ y_t / n</c>, with weights <c>L = −Σ w_t·y_t / Σ w_t</c>. Target: the index of the class, <c>int [n]</c>. Link: exp. Of a
/// sequence, <c>y [n,t,classes]</c>, each step has a target, <c>int [n,t]</c>, and counts as a sample does.
/// </summary>
public sealed class NegativeLogLikelihoodAttribute : LossAttribute
{
    /// <summary>A weight for each class, finite and not negative; none if all count alike.</summary>
    public double[]? ClassWeights { get; init; }
}

#if STATICNET_GENERATOR
internal sealed class NegativeLogLikelihood : Loss<NegativeLogLikelihoodAttribute>
{
    protected override Target TargetOf(NegativeLogLikelihoodAttribute loss, Value output, Scope net)
    {
        int classes = net.RequireClasses(output, "log-probability");
        net.RequireClassWeights(loss.ClassWeights, classes);
        return Target.Indices(output.Shape);
    }

    protected override Value Terms(NegativeLogLikelihoodAttribute loss, Value output, Value target, Scope net)
    {
        Value weighted = loss.ClassWeights is { } weights ? output * net.Constant(weights, new(weights.Length)) : output;
        return net.Map(y => -y, net.OfClass(weighted, target));
    }

    protected override Value? Weights(NegativeLogLikelihoodAttribute loss, Value output, Value target, Scope net) =>
        loss.ClassWeights is { } weights ? net.OfClass(net.Constant(weights, new(weights.Length)), target) : null;

    protected override Value Link(NegativeLogLikelihoodAttribute loss, Value output, Scope net) => net.Map(Scalar.Exp, output);
}
#endif
