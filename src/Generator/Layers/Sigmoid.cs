#if STATICNET_GENERATOR
using StaticNet.Generator.Ir;
using StaticNet.Generator.Lowering;
#endif

namespace StaticNet;

/// <summary>The logistic function: <c>y = 1/(1 + e⁻ˣ)</c>. Any shape.</summary>
public sealed class SigmoidAttribute : LayerAttribute;

#if STATICNET_GENERATOR
internal sealed class Sigmoid : Activation<SigmoidAttribute>
{
    protected override Scalar Body(SigmoidAttribute layer, Scalar x) => Scalar.Sigmoid(x);
}
#endif
