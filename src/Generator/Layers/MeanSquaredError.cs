#if STATICNET_GENERATOR
using StaticNet.Generator.Ir;
using StaticNet.Generator.Lowering;
using StaticNet.Generator.Ops;
#endif

namespace StaticNet;

/// <summary>The mean of squared differences over the batch and all elements: <c>L = Σ(y − t)² / (n·count)</c>. Target: as the output. Link: none.</summary>
public sealed class MeanSquaredErrorAttribute : LossAttribute;

#if STATICNET_GENERATOR
internal sealed class MeanSquaredError : Loss<MeanSquaredErrorAttribute>
{
    protected override Value Value(MeanSquaredErrorAttribute loss, Value output, Value target, Scope net) =>
        net.MeanOfAll(net.Map((y, t) => (y - t) * (y - t), output, target));
}
#endif
