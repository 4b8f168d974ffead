#if STATICNET_GENERATOR
using StaticNet.Generator.Ir;
using StaticNet.Generator.Lowering;
#endif

namespace StaticNet;

/// <summary>
/// The sigmoid-weighted linear unit, also called swish: <c>y = x·σ(x) = x/(1 + e⁻ˣ)</c> (Elfwing et al., 2017;
/// Ramachandran et al., 2017). Any shape.
/// </summary>
public sealed class SiLUAttribute : LayerAttribute;

#if STATICNET_GENERATOR
internal sealed class SiLU : Activation<SiLUAttribute>
{
    protected override Scalar Body(SiLUAttribute layer, Scalar x) => x * Scalar.Sigmoid(x);
}
#endif
