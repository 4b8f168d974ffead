#if STATICNET_GENERATOR
using StaticNet.Generator.Ir;
using StaticNet.Generator.Lowering;
#endif

namespace StaticNet;

/// <summary>Passes values from 0 to 6: <c>y = min(max(x, 0), 6)</c> (Krizhevsky, 2010). Any shape. At 0 and at 6 the derivative is 0.</summary>
public sealed class ReLU6Attribute : LayerAttribute;

#if STATICNET_GENERATOR
internal sealed class ReLU6 : Activation<ReLU6Attribute>
{
    protected override Scalar Body(ReLU6Attribute layer, Scalar x) => Scalar.Min(Scalar.Max(x, 0), 6);
}
#endif
