#if STATICNET_GENERATOR
using StaticNet.Generator.Ir;
using StaticNet.Generator.Lowering;
using StaticNet.Generator.Ops;
#endif

namespace StaticNet;

/// <summary>
/// Parts of one axis, one behind the other, each a layer with a name of its own: after <c>[Split("gate", "value")]</c> of <c>[n,8]</c> both are <c>[n,4]</c>.
/// Others read a part by its name; the layer behind reads the last one unless it says otherwise.
/// </summary>
/// <param name="names">The names of the parts, two or more.</param>
public sealed class SplitAttribute(params string[] names) : LayerAttribute
{
    /// <summary>The names of the parts.</summary>
    public string[] Names { get; } = names;

    /// <summary>The axis, the batch being 0: 1 for features and channels.</summary>
    public int Axis { get; init; } = 1;

    /// <summary>The elements of each part; by default the same for all.</summary>
    public int[]? Lengths { get; init; }
}

#if STATICNET_GENERATOR
internal sealed class SplitLayer : Layer<SplitAttribute>
{
    protected override bool Streams(SplitAttribute layer) => layer.Axis == 2;

    // The declaration holds a layer for each part.
    protected override Value Build(SplitAttribute layer, Value x, Scope net)
    {
        int rank = x.Shape.Rank, parts = layer.Names.Length;
        net.RequireRange("Axis", layer.Axis, axis => axis >= 1 && axis < rank, $"from 1 to {rank - 1}");
        int size = x.Shape[layer.Axis].Size, part = Array.IndexOf(layer.Names, net.Name);
        if (layer.Lengths is not { } lengths)
        {
            net.RequireRange("the number of parts", parts, count => size % count == 0, $"a divisor of the {size} elements of axis {layer.Axis}, unless there are Lengths");
            return net.Slice(x, layer.Axis, part * (size / parts), size / parts);
        }

        net.RequireRange("Lengths", lengths.DefaultIfEmpty(1).Min(), length => length >= 1, "at least 1");
        net.RequireRange("the number of Lengths", lengths.Length, count => count == parts, $"{parts}, one for each part");
        net.RequireRange("the sum of Lengths", lengths.Sum(length => (double)length), sum => sum == size, $"the {size} elements of axis {layer.Axis}");
        return net.Slice(x, layer.Axis, lengths.Take(part).Sum(), lengths[part]);
    }
}
#endif
