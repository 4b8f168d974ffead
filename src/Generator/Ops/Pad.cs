using StaticNet.Generator.Ir;

namespace StaticNet.Generator.Ops;

/// <summary>
/// The operand with zeros before and after it along one axis, and with <c>|Step| − 1</c> zeros between its elements, which a negative
/// <paramref name="Step"/> puts in the opposite order.
/// </summary>
internal sealed record Pad(int Axis, int Before, int After, int Step = 1) : Op
{
    public override string Text => $"pad.{Axis} before {Before} after {After}{(Step == 1 ? "" : $" step {Step}")}";

    public override Shape Infer(ImmutableArray<Shape> inputs)
    {
        int size = inputs[0].Fixed(Axis);
        return Before >= 0 && After >= 0 && Step != 0
            ? inputs[0].With(Axis, Before + (size - 1) * Math.Abs(Step) + 1 + After)
            : throw new ShapeError($"{Text} adds no zeros");
    }

    // y[before + i·step] = xᵢ   ⇒   x̄ᵢ = ȳ[before + i·step]
    public override void Vjp(Pullback p)
    {
        int size = p.Input(0).Shape[Axis].Size;
        p.Accumulate(0, p.Slice(p.Cotangent, Axis, First(size), size, Step));
    }

    /// <summary>Where the first of <paramref name="size"/> elements stands.</summary>
    public int First(int size) => Step > 0 ? Before : Before - (size - 1) * Step;
}

internal static class PadOps
{
    public static Value Pad(this IBuilder net, Value x, int axis, int before, int after, int step = 1) =>
        before == 0 && after == 0 && step == 1 ? x : net.Add(new Pad(axis, before, after, step), x);

    /// <summary>The values one behind the other along one axis: each padded to the whole, and their sum.</summary>
    public static Value Concat(this IBuilder net, int axis, params IReadOnlyList<Value> values)
    {
        int total = values.Sum(v => v.Shape.Fixed(axis)), before = 0;
        var padded = new List<Value>();
        foreach (Value value in values)
        {
            int size = value.Shape[axis].Size;
            if (!value.Shape.With(axis, 1).Equals(values[0].Shape.With(axis, 1)))
                throw new ShapeError($"{values[0].Shape} and {value.Shape} differ in another axis than {axis}");
            padded.Add(net.Pad(value, axis, before, total - before - size));
            before += size;
        }

        return net.Map(padded.Select((_, i) => Scalar.Operand(i)).Aggregate((sum, part) => sum + part), padded);
    }
}
