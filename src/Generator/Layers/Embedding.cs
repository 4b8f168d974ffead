#if STATICNET_GENERATOR
using StaticNet.Generator.Ir;
using StaticNet.Generator.Lowering;
using StaticNet.Generator.Ops;
#endif

namespace StaticNet;

/// <summary>
/// A vector for each of some indices, such as words: <c>yᵢ = w[tᵢ]</c>, <c>[n,t] → [n,t,dimensions]</c>, of an input of int32. An index that is not
/// from 0 to <c>count − 1</c> is refused before anything is written. Parameter: <c>weight [count,dimensions]</c>.
/// </summary>
/// <param name="count">How many vectors there are; at least 1.</param>
/// <param name="dimensions">The numbers of a vector; at least 1.</param>
public sealed class EmbeddingAttribute(int count, int dimensions) : ParameterLayerAttribute
{
    /// <summary>How many vectors there are.</summary>
    public int Count { get; } = count;

    /// <summary>The numbers of a vector.</summary>
    public int Dimensions { get; } = dimensions;

    /// <summary>The index that stands for nothing: its vector starts as zeros, and gets no gradient; −1 for none.</summary>
    public int PaddingIndex { get; init; } = -1;

    /// <summary>How the vectors start.</summary>
    public Init Weights { get; init; } = Init.Normal;

    /// <summary>A factor on their initial values.</summary>
    public double WeightsScale { get; init; } = 1;
}

#if STATICNET_GENERATOR
internal sealed class Embedding : Layer<EmbeddingAttribute>
{
    // Indices are compared with it as floats, which tell all integers below this one from it.
    private const int LargestPadding = 1 << 24;

    public override bool TakesIntegers => true;

    protected override bool Streams(EmbeddingAttribute layer) => true;

    protected override Value Build(EmbeddingAttribute layer, Value x, Scope net)
    {
        net.RequireRange("count", layer.Count, count => count >= 1, "at least 1");
        net.RequireRange("dimensions", layer.Dimensions, dimensions => dimensions >= 1, "at least 1");
        int largest = Math.Min(layer.Count, LargestPadding) - 1;
        net.RequireRange("PaddingIndex", layer.PaddingIndex, index => index >= -1 && index <= largest, $"from 0 to {largest}, or -1 for none");
        net.RequireIndices(x, layer.Count);
        bool pads = layer.PaddingIndex >= 0;
        Value w = net.Parameter(
            "weight", new(layer.Count, layer.Dimensions), layer.Weights, layer.WeightsScale, zeroRow: pads ? layer.PaddingIndex : null);
        Value y = net.Gather(w, x);

        // The same vector either way, but one of them has no gradient.
        return pads && net.Training
            ? net.Map((t, a, fixedly) => Scalar.IfEqual(t, layer.PaddingIndex, fixedly, a), net.Reshape(x, new([.. x.Shape.Dims, 1])), y, net.Stop(y))
            : y;
    }
}
#endif
