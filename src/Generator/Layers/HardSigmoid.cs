#if STATICNET_GENERATOR
using StaticNet.Generator.Ir;
using StaticNet.Generator.Lowering;
#endif

namespace StaticNet;

/// <summary>
/// The logistic function by three straight pieces: <c>y = min(max(x + 3, 0), 6)/6</c> (Howard et al., 2019). Any shape.
/// At −3 and at 3 the derivative is 0.
/// </summary>
public sealed class HardSigmoidAttribute : LayerAttribute;

#if STATICNET_GENERATOR
internal sealed class HardSigmoid : Activation<HardSigmoidAttribute>
{
    protected override Scalar Body(HardSigmoidAttribute layer, Scalar x) => Scalar.Min(Scalar.Max(x + 3, 0), 6) * (1.0 / 6);
}
#endif
