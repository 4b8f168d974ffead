#if STATICNET_GENERATOR
using StaticNet.Generator.Ir;
using StaticNet.Generator.Lowering;
#endif

namespace StaticNet;

/// <summary>The exponential linear unit: <c>y = x &gt; 0 ? x : α·(eˣ − 1)</c> (Clevert et al., 2015). Any shape. At 0 the derivative is <c>α</c>.</summary>
/// <param name="alpha">Where negative values saturate, with the sign reversed; finite, not negative.</param>
public sealed class ELUAttribute(double alpha = 1) : LayerAttribute
{
    /// <summary>Where negative values saturate, with the sign reversed.</summary>
    public double Alpha { get; } = alpha;
}

#if STATICNET_GENERATOR
internal sealed class ELU : Activation<ELUAttribute>
{
    protected override void Check(ELUAttribute layer, Scope net) =>
        net.RequireRange("alpha", layer.Alpha, alpha => alpha >= 0 && !double.IsInfinity(alpha), "finite and not negative");

    protected override Scalar Body(ELUAttribute layer, Scalar x) => Scalar.ELU(x, layer.Alpha);
}
#endif
