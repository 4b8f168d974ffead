#if STATICNET_GENERATOR
using StaticNet.Generator.Ir;
using StaticNet.Generator.Lowering;
using StaticNet.Generator.Ops;
#endif

namespace StaticNet;

/// <summary>The axes of a sample in another order: <c>[Permute(2, 1)]</c> is <c>[n,t,c] → [n,c,t]</c>.</summary>
/// <param name="order">The axes, each once, counted from 1; the batch stays the first.</param>
public sealed class PermuteAttribute(params int[] order) : LayerAttribute
{
    /// <summary>The axes.</summary>
    public int[] Order { get; } = order;
}

#if STATICNET_GENERATOR
internal sealed class PermuteLayer : Layer<PermuteAttribute>
{
    protected override Value Build(PermuteAttribute layer, Value x, Scope net)
    {
        int axes = x.Shape.Rank - 1;
        for (int i = 0; i < layer.Order.Length; i++)
            net.RequireRange($"axis {i + 1}", layer.Order[i], axis => axis >= 1 && axis <= axes && Array.IndexOf(layer.Order, (int)axis) == i, $"from 1 to {axes}, each once");
        net.RequireRange("the number of axes", layer.Order.Length, count => count == axes, $"{axes}");
        return net.Permute(x, [0, .. layer.Order]);
    }
}
#endif
