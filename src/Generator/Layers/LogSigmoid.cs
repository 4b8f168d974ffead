#if STATICNET_GENERATOR
using StaticNet.Generator.Ir;
using StaticNet.Generator.Lowering;
#endif

namespace StaticNet;

/// <summary>The logarithm of the logistic function: <c>y = −ln(1 + e⁻ˣ)</c>, without overflow. Any shape.</summary>
public sealed class LogSigmoidAttribute : LayerAttribute;

#if STATICNET_GENERATOR
internal sealed class LogSigmoid : Activation<LogSigmoidAttribute>
{
    protected override Scalar Body(LogSigmoidAttribute layer, Scalar x) => -Scalar.Softplus(-x);
}
#endif
