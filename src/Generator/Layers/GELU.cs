#if STATICNET_GENERATOR
using StaticNet.Generator.Ir;
using StaticNet.Generator.Lowering;
#endif

namespace StaticNet;

/// <summary>Formulas of <see cref="GELUAttribute"/>.</summary>
public enum GELUApproximation
{
    /// <summary><c>x·Φ(x)</c>.</summary>
    None,

    /// <summary>By the hyperbolic tangent; within 5e-4 of the exact one.</summary>
    Tanh,
}

/// <summary>
/// The Gaussian error linear unit: <c>y = x·Φ(x) = ½·x·(1 + erf(x/√2))</c> (Hendrycks and Gimpel, 2016), or by the hyperbolic tangent:
/// <c>y = ½·x·(1 + tanh(√(2/π)·(x + 0.044715·x³)))</c>. Any shape.
/// </summary>
public sealed class GELUAttribute : LayerAttribute
{
    /// <summary>Whether the formula is the exact one or that by the hyperbolic tangent, which some published weights were trained with.</summary>
    public GELUApproximation Approximate { get; init; } = GELUApproximation.None;
}

#if STATICNET_GENERATOR
internal sealed class GELU : Activation<GELUAttribute>
{
    protected override Scalar Body(GELUAttribute layer, Scalar x) =>
        layer.Approximate == GELUApproximation.Tanh ? ByTanh(x) : x * Scalar.NormalCdf(x);

    // ½·(1 + tanh u) = σ(2u), which does not cancel where tanh is near −1.
    private static Scalar ByTanh(Scalar x)
    {
        double slope = 2 * Math.Sqrt(2 / Math.PI);
        return x * Scalar.Sigmoid(x * (slope + slope * 0.044715 * (x * x)));
    }
}
#endif
