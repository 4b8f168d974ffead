#if STATICNET_GENERATOR
using StaticNet.Generator.Ir;
using StaticNet.Generator.Lowering;
#endif

namespace StaticNet;

/// <summary>
/// The logarithm of the hyperbolic cosine of the difference, mean over the batch and all elements: <c>l = log cosh(y − t)</c>, nearly
/// <c>½·d²</c> for small <c>d = |y − t|</c> and <c>d − log 2</c> for large. Target: as the output. Link: none.
/// </summary>
public sealed class LogCoshAttribute : LossAttribute;

#if STATICNET_GENERATOR
internal sealed class LogCosh : ElementLoss<LogCoshAttribute>
{
    protected override Scalar Term(LogCoshAttribute loss, Scalar y, Scalar t) => Scalar.LogCosh(y - t);
}
#endif
