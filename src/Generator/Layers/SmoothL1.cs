#if STATICNET_GENERATOR
using StaticNet.Generator.Ir;
using StaticNet.Generator.Lowering;
#endif

namespace StaticNet;

/// <summary>
/// The absolute difference, rounded off within <c>β</c>, mean over the batch and all elements (Girshick, 2015): with <c>d = |y − t|</c>,
/// <c>l = d &lt; β ? ½·d²/β : d − ½·β</c>, which is Huber's loss over <c>β</c>. Target: as the output. Link: none.
/// </summary>
/// <param name="beta">Where the linear part begins; positive and finite.</param>
public sealed class SmoothL1Attribute(double beta = 1) : LossAttribute
{
    /// <summary>Where the linear part begins.</summary>
    public double Beta { get; } = beta;
}

#if STATICNET_GENERATOR
internal sealed class SmoothL1 : ElementLoss<SmoothL1Attribute>
{
    protected override void Check(SmoothL1Attribute loss, Scope net) =>
        net.RequireDivisor("beta", loss.Beta);

    protected override Scalar Term(SmoothL1Attribute loss, Scalar y, Scalar t) => Huber.Of(y, t, loss.Beta) / loss.Beta;
}
#endif
