#if STATICNET_GENERATOR
using StaticNet.Generator.Ir;
using StaticNet.Generator.Lowering;
using StaticNet.Generator.Ops;
#endif

namespace StaticNet;

/// <summary>
/// How far the direction of a vector <c>y [n,f]</c> is from its target's, mean over samples: <c>l = 1 − y·t / (‖y‖·‖t‖)</c>, from 0 for the
/// same direction to 2 for the opposite. Target: as the output. Link: none. Of a sequence, <c>y [n,t,f]</c>, each step counts as a sample does.
/// </summary>
/// <remarks>Computed as <c>½·‖ŷ − t̂‖²</c>, which keeps its digits near 0; <c>ŷ = y / √(‖y‖² + 10⁻¹²)</c>, so that a vector of zeros has a gradient.</remarks>
public sealed class CosineSimilarityAttribute : LossAttribute;

#if STATICNET_GENERATOR
internal sealed class CosineSimilarity : Loss<CosineSimilarityAttribute>
{
    private const double Epsilon = 1e-12;

    protected override Target TargetOf(CosineSimilarityAttribute loss, Value output, Scope net)
    {
        net.RequireFeatures(output);
        return Target.Numbers(output.Shape);
    }

    protected override Value Terms(CosineSimilarityAttribute loss, Value output, Value target, Scope net)
    {
        Value distance = Direction(output, net) - Direction(target, net);
        return net.Map(sum => 0.5 * sum, net.Sum(net.Map(d => d * d, distance), distance.Shape.Rank - 1));
    }

    private static Value Direction(Value x, Scope net) =>
        x * net.Map(sum => 1 / Scalar.Sqrt(sum + Epsilon), net.Sum(net.Map(a => a * a, x), x.Shape.Rank - 1));
}
#endif
