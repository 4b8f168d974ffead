#if STATICNET_GENERATOR
using StaticNet.Generator.Ir;
using StaticNet.Generator.Lowering;
#endif

namespace StaticNet;

/// <summary>
/// The square of what is missing from a margin of 1 on the right side, mean over the batch and all elements: <c>l = max(0, 1 − t·y)²</c>.
/// Target: as the output, −1 or 1, which is not checked: a 0 has the loss 1 and no gradient. Link: none; the sign of the output is the decision.
/// </summary>
public sealed class SquaredHingeAttribute : LossAttribute;

#if STATICNET_GENERATOR
internal sealed class SquaredHinge : ElementLoss<SquaredHingeAttribute>
{
    protected override Scalar Term(SquaredHingeAttribute loss, Scalar y, Scalar t)
    {
        Scalar missing = Scalar.Max(1 - t * y, 0);
        return missing * missing;
    }
}
#endif
