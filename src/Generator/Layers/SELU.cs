#if STATICNET_GENERATOR
using StaticNet.Generator.Ir;
using StaticNet.Generator.Lowering;
#endif

namespace StaticNet;

/// <summary>
/// The scaled exponential linear unit: <c>y = λ·(x &gt; 0 ? x : α·(eˣ − 1))</c>, <c>λ = 1.0507…</c>, <c>α = 1.6732…</c>, which keep mean 0 and variance 1
/// from layer to layer (Klambauer et al., 2017). Any shape. At 0 the derivative is <c>λ·α</c>.
/// </summary>
public sealed class SELUAttribute : LayerAttribute;

#if STATICNET_GENERATOR
internal sealed class SELU : Activation<SELUAttribute>
{
    // The fixed point of mean 0 and variance 1.
    public const double Scale = 1.0507009873554804934193349852946;
    public const double Alpha = 1.6732632423543772848170429916717;

    protected override Scalar Body(SELUAttribute layer, Scalar x) => Scale * Scalar.ELU(x, Alpha);
}
#endif
