#if STATICNET_GENERATOR
using StaticNet.Generator.Ir;
using StaticNet.Generator.Lowering;
#endif

namespace StaticNet;

/// <summary>Passes positive values and a share of negative ones: <c>y = x &gt; 0 ? x : slope·x</c>. Any shape.</summary>
/// <param name="slope">The share of negative values that passes; finite, not negative.</param>
public sealed class LeakyReLUAttribute(double slope = 0.01) : LayerAttribute
{
    /// <summary>The share of negative values that passes.</summary>
    public double Slope { get; } = slope;
}

#if STATICNET_GENERATOR
internal sealed class LeakyReLU : Activation<LeakyReLUAttribute>
{
    protected override void Check(LeakyReLUAttribute layer, Scope net) =>
        net.RequireRange("slope", layer.Slope, slope => slope >= 0 && !double.IsInfinity(slope), "finite and not negative");

    protected override Scalar Body(LeakyReLUAttribute layer, Scalar x) => Scalar.LeakyReLU(x, layer.Slope);
}
#endif
