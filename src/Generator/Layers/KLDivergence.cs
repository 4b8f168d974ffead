#if STATICNET_GENERATOR
using StaticNet.Generator.Ir;
using StaticNet.Generator.Lowering;
using StaticNet.Generator.Ops;
#endif

namespace StaticNet;

/// <summary>
/// The divergence of a distribution <c>t</c> from the softmax of logits <c>z [n,classes]</c> (Kullback and Leibler, 1951):
/// <c>L = Σ Σⱼ tⱼ·(log tⱼ − zⱼ + log Σₖ e^zₖ) / n</c>, where <c>0·log 0 = 0</c>. Target: a probability for each class. Link: softmax. Of a
/// sequence, <c>z [n,t,classes]</c>, each step has a distribution and counts as a sample does.
/// </summary>
public sealed class KLDivergenceAttribute : LossAttribute;

#if STATICNET_GENERATOR
internal sealed class KLDivergence : Loss<KLDivergenceAttribute>
{
    protected override Target TargetOf(KLDivergenceAttribute loss, Value output, Scope net)
    {
        net.RequireClasses(output, "logit");
        return Target.Distributions(output.Shape);
    }

    protected override Value Terms(KLDivergenceAttribute loss, Value output, Value target, Scope net) => net.Sum(
        net.Map(
            (z, log, t) => t * (log - z) + Scalar.IfGreater(t, 0, t * Scalar.Log(t), 0),
            output, Softmax.LogSum(output, net), target),
        output.Shape.Rank - 1);

    protected override Value Link(KLDivergenceAttribute loss, Value output, Scope net) => Softmax.Of(output, net);
}
#endif
