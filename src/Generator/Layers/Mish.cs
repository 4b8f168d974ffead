#if STATICNET_GENERATOR
using StaticNet.Generator.Ir;
using StaticNet.Generator.Lowering;
#endif

namespace StaticNet;

/// <summary><c>y = x·tanh(ln(1 + eˣ))</c> (Misra, 2019). Any shape.</summary>
public sealed class MishAttribute : LayerAttribute;

#if STATICNET_GENERATOR
internal sealed class Mish : Activation<MishAttribute>
{
    protected override Scalar Body(MishAttribute layer, Scalar x) => Scalar.Mish(x);
}
#endif
