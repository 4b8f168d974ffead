using StaticNet.Generator.Ir;

namespace StaticNet.Generator.Ops;

/// <summary>A table of <paramref name="Rows"/> rows, each the sum of those that its index names: <c>[n,t]i, [n,t,f] → [rows,f]</c>.</summary>
internal sealed record ScatterAdd(int Rows) : Op
{
    public override string Text => $"scatteradd {Rows}";

    public override int? Arity => 2;

    public override bool TakesIntegers => true;

    public override string? Refusal(ImmutableArray<Element> inputs) => base.Refusal(inputs)
        ?? (inputs[0] != Element.Int32 ? "its indices are no integers" : inputs[1] == Element.Int32 ? "its rows hold integers" : null);

    public override Shape Infer(ImmutableArray<Shape> inputs)
    {
        int lead = inputs[0].Rank;
        if (Rows < 1)
            throw new ShapeError("a table has at least one row");
        return inputs[1].Dims.Take(lead).SequenceEqual(inputs[0].Dims)
            ? new([Rows, .. inputs[1].Dims.Skip(lead)])
            : throw new ShapeError($"{inputs[1]} has no row for each index of {inputs[0]}");
    }

    // yᵣ = Σ xᵢ over the i with tᵢ = r   ⇒   x̄ᵢ = ȳ[tᵢ]
    public override void Vjp(Pullback p) => p.Accumulate(1, p.Gather(p.Cotangent, p.Input(0)));

    public override long Flops(ImmutableArray<Shape> inputs, Shape result) => inputs[1].Count.At(1);
}

internal static class ScatterAddOps
{
    public static Value ScatterAdd(this IBuilder net, Value indices, Value rows, int count) => net.Add(new ScatterAdd(count), indices, rows);
}
