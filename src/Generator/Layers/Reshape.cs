#if STATICNET_GENERATOR
using StaticNet.Generator.Ir;
using StaticNet.Generator.Lowering;
using StaticNet.Generator.Ops;
#endif

namespace StaticNet;

/// <summary>
/// Gives a sample other extents, its elements staying in row-major order: <c>[Reshape(4, 7)]</c> is <c>[n,28] → [n,4,7]</c>.
/// One extent may be −1: it becomes what the others leave.
/// </summary>
/// <param name="extents">The extents of a sample without the batch, each at least 1 or −1 once; their product is the number of elements.</param>
public sealed class ReshapeAttribute(params int[] extents) : LayerAttribute
{
    /// <summary>The extents of a sample without the batch.</summary>
    public int[] Extents { get; } = extents;
}

#if STATICNET_GENERATOR
internal sealed class Reshape : Layer<ReshapeAttribute>
{
    private const int Inferred = -1;

    protected override Value Build(ReshapeAttribute layer, Value x, Scope net)
    {
        int[] extents = layer.Extents;
        net.RequireRange("the number of extents", extents.Length, count => count >= 1, "at least 1");
        net.RequireRange("the count of -1 among the extents", extents.Count(e => e == Inferred), count => count <= 1, "at most 1");
        for (int i = 0; i < extents.Length; i++)
            net.RequireRange($"extent {i + 1}", extents[i], extent => extent >= 1 || extent == Inferred, "at least 1, or -1");

        int elements = x.Shape.Span(1, x.Shape.Rank).Size;
        double given = extents.Where(e => e != Inferred).Aggregate(1.0, (product, e) => product * e);
        bool infers = extents.Contains(Inferred);
        if (infers ? elements % given != 0 : elements != given)
            throw net.CountsDiffer(extents, infers, given, x, elements);
        return net.Reshape(x, new([x.Shape[0], .. extents.Select(e => (Dim)(e == Inferred ? elements / (int)given : e))]));
    }
}
#endif
