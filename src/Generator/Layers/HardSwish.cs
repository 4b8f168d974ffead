#if STATICNET_GENERATOR
using StaticNet.Generator.Ir;
using StaticNet.Generator.Lowering;
#endif

namespace StaticNet;

/// <summary>
/// SiLU with the sigmoid by three straight pieces: <c>y = x·min(max(x + 3, 0), 6)/6</c> (Howard et al., 2019). Any shape.
/// At −3 the derivative is 0 and at 3 it is 1; PyTorch 2.6 and earlier have −½ and 1½ there.
/// </summary>
public sealed class HardSwishAttribute : LayerAttribute;

#if STATICNET_GENERATOR
internal sealed class HardSwish : Activation<HardSwishAttribute>
{
    protected override Scalar Body(HardSwishAttribute layer, Scalar x) => x * Scalar.Min(Scalar.Max(x + 3, 0), 6) * (1.0 / 6);
}
#endif
