using StaticNet.Generator.Infrastructure;
using StaticNet.Generator.Ir;

namespace StaticNet.Generator.Ops;

/// <summary>The axes in another order: axis <c>i</c> of the result is axis <c>Order[i]</c> of the operand.</summary>
internal sealed record Permute(EquatableArray<int> Order) : Op
{
    public override string Text => $"permute.{string.Join(",", Order)}";

    public override bool TakesIntegers => true;

    public override Element ElementOf(ImmutableArray<Element> inputs) => inputs[0];

    public override Shape Infer(ImmutableArray<Shape> inputs)
    {
        Shape x = inputs[0];
        return Order.OrderBy(axis => axis).SequenceEqual(Enumerable.Range(0, x.Rank))
            ? new([.. Order.Select(axis => x[axis])])
            : throw new ShapeError($"{string.Join(",", Order)} is no order of the axes of {x}");
    }

    // y = permute x   ⇒   x̄ = ȳ in the order that undoes it
    public override void Vjp(Pullback p) => p.Accumulate(0, p.Permute(p.Cotangent, Inverse()));

    /// <summary>The order that brings the axes back.</summary>
    public int[] Inverse()
    {
        var inverse = new int[Order.Count];
        for (int i = 0; i < inverse.Length; i++)
            inverse[Order[i]] = i;
        return inverse;
    }
}

internal static class PermuteOps
{
    public static Value Permute(this IBuilder net, Value x, params int[] order) =>
        order.SequenceEqual(Enumerable.Range(0, x.Shape.Rank)) ? x : net.Add(new Permute(order.ToEquatableArray()), x);
}
