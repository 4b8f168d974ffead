#if STATICNET_GENERATOR
using StaticNet.Generator.Ir;
using StaticNet.Generator.Lowering;
#endif

namespace StaticNet;

/// <summary><c>y = x/(1 + |x|)</c>. Any shape.</summary>
public sealed class SoftsignAttribute : LayerAttribute;

#if STATICNET_GENERATOR
internal sealed class Softsign : Activation<SoftsignAttribute>
{
    protected override Scalar Body(SoftsignAttribute layer, Scalar x) => Scalar.Softsign(x);
}
#endif
