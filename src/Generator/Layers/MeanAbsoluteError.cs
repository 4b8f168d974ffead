#if STATICNET_GENERATOR
using StaticNet.Generator.Ir;
using StaticNet.Generator.Lowering;
#endif

namespace StaticNet;

/// <summary>The mean of absolute differences over the batch and all elements: <c>L = Σ|y − t| / (n·count)</c>. Target: as the output. Link: none.</summary>
public sealed class MeanAbsoluteErrorAttribute : LossAttribute;

#if STATICNET_GENERATOR
internal sealed class MeanAbsoluteError : ElementLoss<MeanAbsoluteErrorAttribute>
{
    protected override Scalar Term(MeanAbsoluteErrorAttribute loss, Scalar y, Scalar t) => Scalar.Abs(y - t);
}
#endif
