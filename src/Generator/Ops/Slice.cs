using StaticNet.Generator.Ir;

namespace StaticNet.Generator.Ops;

/// <summary>
/// <paramref name="Length"/> elements of one axis, from <paramref name="Start"/> on, each <paramref name="Step"/> after the one before;
/// a negative step reads backwards.
/// </summary>
internal sealed record Slice(int Axis, int Start, int Length, int Step = 1) : Op
{
    public override string Text => $"slice.{Axis} start {Start} length {Length}{(Step == 1 ? "" : $" step {Step}")}";

    public override bool TakesIntegers => true;

    public override Element ElementOf(ImmutableArray<Element> inputs) => inputs[0];

    /// <summary>The last element read.</summary>
    public int Last => Start + (Length - 1) * Step;

    public override Shape Infer(ImmutableArray<Shape> inputs)
    {
        int size = inputs[0].Fixed(Axis);
        if (Length < 1 || Step == 0)
            throw new ShapeError($"{Text} takes no elements");
        return Math.Min(Start, Last) >= 0 && Math.Max(Start, Last) < size
            ? inputs[0].With(Axis, Length)
            : throw new ShapeError($"axis {Axis} of {inputs[0]} has no elements {Start} to {Last}");
    }

    // yᵢ = x[start + i·step]   ⇒   x̄ = ȳ with zeros around and between
    public override void Vjp(Pullback p)
    {
        int after = p.Input(0).Shape[Axis].Size - 1 - Math.Max(Start, Last);
        p.Accumulate(0, p.Pad(p.Cotangent, Axis, Math.Min(Start, Last), after, Step));
    }
}

internal static class SliceOps
{
    public static Value Slice(this IBuilder net, Value x, int axis, int start, int length, int step = 1) =>
        start == 0 && step == 1 && length == x.Shape.Fixed(axis) ? x : net.Add(new Slice(axis, start, length, step), x);

    /// <summary>The elements of one axis in the opposite order.</summary>
    public static Value Flip(this IBuilder net, Value x, int axis) => net.Slice(x, axis, x.Shape.Fixed(axis) - 1, x.Shape.Fixed(axis), -1);

    /// <summary>Parts of one axis of the given lengths, one behind the other.</summary>
    public static ImmutableArray<Value> Split(this IBuilder net, Value x, int axis, params int[] lengths)
    {
        int start = 0;
        var parts = ImmutableArray.CreateBuilder<Value>();
        foreach (int length in lengths)
        {
            parts.Add(net.Slice(x, axis, start, length));
            start += length;
        }

        return start == x.Shape.Fixed(axis)
            ? parts.ToImmutable()
            : throw new ShapeError($"axis {axis} of {x.Shape} has {x.Shape[axis]} elements, but its parts have {start}");
    }
}
