#if STATICNET_GENERATOR
using StaticNet.Generator.Ir;
using StaticNet.Generator.Lowering;
#endif

namespace StaticNet;

/// <summary>A smooth ReLU: <c>y = ln(1 + e^(β·x))/β</c>, and <c>y = x</c> where <c>β·x</c> is above the threshold. Any shape.</summary>
/// <remarks>
/// Beta and threshold as PyTorch has them. The formula does not overflow, and from 20 on the straight line differs by less than single
/// precision tells, so there the choice is left out.
/// </remarks>
public sealed class SoftplusAttribute : LayerAttribute
{
    /// <summary>How sharply it bends; positive.</summary>
    public double Beta { get; init; } = 1;

    /// <summary>The value of <c>β·x</c> above which the output is <c>x</c>.</summary>
    public double Threshold { get; init; } = 20;
}

#if STATICNET_GENERATOR
internal sealed class Softplus : Activation<SoftplusAttribute>
{
    // ln(1 + eᶻ) − z < 2⁻²⁴·z from here on.
    private const double Straight = 20;

    protected override void Check(SoftplusAttribute layer, Scope net)
    {
        net.RequireDivisor("Beta", layer.Beta);
        net.RequireRange("Threshold", layer.Threshold, threshold => !double.IsNaN(threshold), "a number");
    }

    protected override Scalar Body(SoftplusAttribute layer, Scalar x)
    {
        Scalar z = x * layer.Beta, y = Scalar.Softplus(z) * (1 / layer.Beta);
        return layer.Threshold >= Straight ? y : Scalar.IfGreater(z, layer.Threshold, x, y);
    }
}
#endif
