#if STATICNET_GENERATOR
using StaticNet.Generator.Ir;
using StaticNet.Generator.Lowering;
#endif

namespace StaticNet;

/// <summary>Passes positive values: <c>y = max(x, 0)</c>. Any shape.</summary>
public sealed class ReLUAttribute : LayerAttribute;

#if STATICNET_GENERATOR
internal sealed class ReLU : Activation<ReLUAttribute>
{
    protected override Scalar Body(ReLUAttribute layer, Scalar x) => Scalar.Max(x, 0);
}
#endif
