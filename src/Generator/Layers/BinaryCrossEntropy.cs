#if STATICNET_GENERATOR
using StaticNet.Generator.Ir;
using StaticNet.Generator.Lowering;
using StaticNet.Generator.Ops;
#endif

namespace StaticNet;

/// <summary>
/// The negative log likelihood of independent yes-or-no targets, on logits: <c>L = Σ (log(1 + eᶻ) − z·t) / (n·count)</c>.
/// Target: as the output, in [0, 1]. Link: sigmoid.
/// </summary>
public sealed class BinaryCrossEntropyAttribute : LossAttribute;

#if STATICNET_GENERATOR
internal sealed class BinaryCrossEntropy : Loss<BinaryCrossEntropyAttribute>
{
    protected override Value Value(BinaryCrossEntropyAttribute loss, Value output, Value target, Scope net) =>
        net.MeanOfAll(net.Map((z, t) => Scalar.Softplus(z) - z * t, output, target));

    protected override Value Link(BinaryCrossEntropyAttribute loss, Value output, Scope net) => net.Map(Scalar.Sigmoid, output);
}
#endif
