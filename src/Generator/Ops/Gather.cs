using StaticNet.Generator.Ir;

namespace StaticNet.Generator.Ops;

/// <summary>The rows of a table that indices of any shape name: <c>[rows,f], [n,t]i → [n,t,f]</c>.</summary>
internal sealed record Gather : Op
{
    public override string Text => "gather";

    public override int? Arity => 2;

    public override bool TakesIntegers => true;

    public override string? Refusal(ImmutableArray<Element> inputs) => base.Refusal(inputs)
        ?? (inputs[0] == Element.Int32 ? "its table holds integers" : inputs[1] != Element.Int32 ? "its indices are no integers" : null);

    public override Shape Infer(ImmutableArray<Shape> inputs)
    {
        inputs[0].Fixed(0);
        return new([.. inputs[1].Dims, .. inputs[0].Dims.RemoveAt(0)]);
    }

    // yᵢ = x[tᵢ]   ⇒   x̄ᵣ = Σ ȳᵢ over the i with tᵢ = r
    public override void Vjp(Pullback p) => p.Accumulate(0, p.ScatterAdd(p.Input(1), p.Cotangent, p.Input(0).Shape[0].Size));
}

internal static class GatherOps
{
    /// <summary>Rows of <paramref name="table"/> by index along its first axis.</summary>
    public static Value Gather(this IBuilder net, Value table, Value indices) => net.Add(new Gather(), table, indices);
}
