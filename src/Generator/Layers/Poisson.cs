#if STATICNET_GENERATOR
using StaticNet.Generator.Ir;
using StaticNet.Generator.Lowering;
using StaticNet.Generator.Ops;
#endif

namespace StaticNet;

/// <summary>
/// The negative log likelihood of counts that are distributed by Poisson, without the constant <c>log t!</c>, mean over the batch and all
/// elements. The output is the logarithm of the rate: <c>l = eʸ − t·y</c>; without <see cref="LogInput"/> the rate itself:
/// <c>l = y − t·log(y + 10⁻⁸)</c>. Target: as the output, from 0 on, which is not checked. Link: exp, or none.
/// </summary>
public sealed class PoissonAttribute : LossAttribute
{
    /// <summary>Whether the output is the logarithm of the rate.</summary>
    public bool LogInput { get; init; } = true;
}

#if STATICNET_GENERATOR
internal sealed class Poisson : ElementLoss<PoissonAttribute>
{
    // A rate of 0 has a finite loss: PyTorch's ε.
    private const double Epsilon = 1e-8;

    protected override Scalar Term(PoissonAttribute loss, Scalar y, Scalar t) =>
        loss.LogInput ? Scalar.Exp(y) - t * y : y - t * Scalar.Log(y + Epsilon);

    protected override Value Link(PoissonAttribute loss, Value output, Scope net) => loss.LogInput ? net.Map(Scalar.Exp, output) : output;
}
#endif
