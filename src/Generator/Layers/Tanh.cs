#if STATICNET_GENERATOR
using StaticNet.Generator.Ir;
using StaticNet.Generator.Lowering;
#endif

namespace StaticNet;

/// <summary>The hyperbolic tangent: <c>y = tanh x</c>. Any shape.</summary>
public sealed class TanhAttribute : LayerAttribute;

#if STATICNET_GENERATOR
internal sealed class Tanh : Activation<TanhAttribute>
{
    protected override Scalar Body(TanhAttribute layer, Scalar x) => Scalar.Tanh(x);
}
#endif
