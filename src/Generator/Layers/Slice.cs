#if STATICNET_GENERATOR
using StaticNet.Generator.Ir;
using StaticNet.Generator.Lowering;
using StaticNet.Generator.Ops;
#endif

namespace StaticNet;

/// <summary>A part of one axis: <c>yᵢ = x[start + i·step]</c>; <c>[Slice(1, 0, 8)]</c> is <c>[n,20] → [n,8]</c>.</summary>
/// <param name="axis">The axis, the batch being 0: 1 for features and channels.</param>
/// <param name="start">The first element taken, counted from 0.</param>
/// <param name="length">How many are taken, at least 1.</param>
public sealed class SliceAttribute(int axis, int start, int length) : LayerAttribute
{
    /// <summary>The axis.</summary>
    public int Axis { get; } = axis;

    /// <summary>The first element taken.</summary>
    public int Start { get; } = start;

    /// <summary>How many are taken.</summary>
    public int Length { get; } = length;

    /// <summary>From one element taken to the next; a negative step reads backwards.</summary>
    public int Step { get; init; } = 1;
}

#if STATICNET_GENERATOR
internal sealed class SliceLayer : Layer<SliceAttribute>
{
    protected override bool Streams(SliceAttribute layer) => layer.Axis == 2;

    protected override Value Build(SliceAttribute layer, Value x, Scope net)
    {
        int rank = x.Shape.Rank;
        net.RequireRange("axis", layer.Axis, axis => axis >= 1 && axis < rank, $"from 1 to {rank - 1}");
        int size = x.Shape[layer.Axis].Size;
        int longest = Math.Max(1, size - 1);
        net.RequireRange("Step", layer.Step, step => step != 0 && step >= -longest && step <= longest, $"from {-longest} to {longest}, and not 0");
        net.RequireRange("start", layer.Start, start => start >= 0 && start < size, $"from 0 to {size - 1}");
        int most = (layer.Step > 0 ? size - 1 - layer.Start : layer.Start) / Math.Abs(layer.Step) + 1;
        net.RequireRange("length", layer.Length, length => length >= 1 && length <= most, $"from 1 to {most}");
        return net.Slice(x, layer.Axis, layer.Start, layer.Length, layer.Step);
    }
}
#endif
