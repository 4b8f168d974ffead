#if STATICNET_GENERATOR
using StaticNet.Generator.Ir;
using StaticNet.Generator.Lowering;
#endif

namespace StaticNet;

/// <summary>
/// What is missing from a margin of 1 on the right side, mean over the batch and all elements: <c>l = max(0, 1 − t·y)</c>.
/// Target: as the output, −1 or 1, which is not checked: a 0 has the loss 1 and no gradient. Link: none; the sign of the output is the decision.
/// </summary>
public sealed class HingeAttribute : LossAttribute;

#if STATICNET_GENERATOR
internal sealed class Hinge : ElementLoss<HingeAttribute>
{
    protected override Scalar Term(HingeAttribute loss, Scalar y, Scalar t) => Scalar.Max(1 - t * y, 0);
}
#endif
