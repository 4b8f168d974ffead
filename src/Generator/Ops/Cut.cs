using StaticNet.Generator.Ir;

namespace StaticNet.Generator.Ops;

/// <summary>
/// The same value, stored: the seam between the loss and the backward pass, which starts here either from the loss's gradient
/// or from one that the caller wrote. Nothing is fused across it.
/// </summary>
/// <param name="Copies">Whether it has a place of its own, apart from its operand's.</param>
internal sealed record Cut(bool Copies = false) : Op
{
    public override string Text => Copies ? "cut.copy" : "cut";

    public override Shape Infer(ImmutableArray<Shape> inputs) => inputs[0];

    public override void Vjp(Pullback p) => p.Accumulate(0, p.Cotangent);
}

internal static class CutOps
{
    public static Value Cut(this IBuilder net, Value x) => net.Add(new Cut(), x);
}
