#if STATICNET_GENERATOR
using StaticNet.Generator.Ir;
using StaticNet.Generator.Lowering;
#endif

namespace StaticNet;

/// <summary>
/// Quadratic near the target and linear beyond <c>δ</c>, mean over the batch and all elements (Huber, 1964): with <c>d = |y − t|</c>,
/// <c>l = d ≤ δ ? ½·d² : δ·(d − ½·δ)</c>. Target: as the output. Link: none.
/// </summary>
/// <param name="delta">Where the linear part begins; positive and finite.</param>
public sealed class HuberAttribute(double delta = 1) : LossAttribute
{
    /// <summary>Where the linear part begins.</summary>
    public double Delta { get; } = delta;
}

#if STATICNET_GENERATOR
internal sealed class Huber : ElementLoss<HuberAttribute>
{
    protected override void Check(HuberAttribute loss, Scope net) =>
        net.RequireRange("delta", loss.Delta, delta => delta > 0 && !double.IsInfinity(delta), "positive and finite");

    protected override Scalar Term(HuberAttribute loss, Scalar y, Scalar t) => Of(y, t, loss.Delta);

    // Both parts at once, without a choice:   a·(d − ½·a),   a = min(d, δ)
    public static Scalar Of(Scalar y, Scalar t, double delta)
    {
        Scalar d = Scalar.Abs(y - t), a = Scalar.Min(d, delta);
        return a * (d - 0.5 * a);
    }
}
#endif
