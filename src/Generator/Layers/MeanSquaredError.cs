#if STATICNET_GENERATOR
using StaticNet.Generator.Ir;
using StaticNet.Generator.Lowering;
using StaticNet.Generator.Ops;
#endif

namespace StaticNet;

/// <summary>
/// The mean of squared differences over the batch and all elements: <c>L = Σ(y − t)² / (n·count)</c>. With <see cref="HalfSum"/> the form of the
/// textbooks, half of the squared distance: <c>L = Σ ½·‖y − t‖² / n</c>. Target: as the output. Link: none.
/// </summary>
public sealed class MeanSquaredErrorAttribute : LossAttribute
{
    /// <summary>Whether a sample's loss is half of the sum over its elements, instead of their mean; the reduction is then over samples.</summary>
    public bool HalfSum { get; init; }
}

#if STATICNET_GENERATOR
internal sealed class MeanSquaredError : Loss<MeanSquaredErrorAttribute>
{
    protected override Value Terms(MeanSquaredErrorAttribute loss, Value output, Value target, Scope net)
    {
        Value squares = net.Map((y, t) => (y - t) * (y - t), output, target);
        if (!loss.HalfSum)
            return squares;
        Value rows = net.Reshape(squares, new(Dim.N, output.Shape.Span(1, output.Shape.Rank)));
        return net.Map(sum => 0.5 * sum, net.Sum(rows, 1));
    }
}
#endif
