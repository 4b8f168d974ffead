using StaticNet.Generator.Ir;

namespace StaticNet.Generator.Ops;

/// <summary>In the body of an op, what its operand <paramref name="Index"/> is at one step.</summary>
internal sealed record Argument(int Index, Shape Shape, Element Type = Element.Float32) : Leaf($"{Index}", Shape)
{
    public override string Text => $"argument {Index}";

    public override bool IsGiven => true;

    public override Element ElementOf(ImmutableArray<Element> inputs) => Type;
}
