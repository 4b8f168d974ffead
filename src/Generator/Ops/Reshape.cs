using StaticNet.Generator.Ir;

namespace StaticNet.Generator.Ops;

/// <summary>The same elements in the same order under another shape.</summary>
internal sealed record Reshape(Shape To) : Op
{
    public override string Text => $"reshape {To}";

    public override bool TakesIntegers => true;

    public override Element ElementOf(ImmutableArray<Element> inputs) => inputs[0];

    public override Shape Infer(ImmutableArray<Shape> inputs) =>
        inputs[0].Count == To.Count ? To : throw new ShapeError($"{inputs[0]} has {inputs[0].Count} elements and {To} has {To.Count}");

    public override void Vjp(Pullback p) => p.Accumulate(0, p.Reshape(p.Cotangent, p.Input(0).Shape));
}

internal static class ReshapeOps
{
    public static Value Reshape(this IBuilder net, Value x, Shape to) => x.Shape.Equals(to) ? x : net.Add(new Reshape(to), x);
}
