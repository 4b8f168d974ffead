using StaticNet.Generator.Ir;

namespace StaticNet.Generator.Ops;

/// <summary>A value that the graph does not compute.</summary>
internal abstract record Leaf(string Name, Shape Shape) : Op
{
    public override int? Arity => 0;

    public override Shape Infer(ImmutableArray<Shape> inputs) => Shape;

    public override void Vjp(Pullback p)
    {
    }
}

/// <summary>What the caller gives: an input, or the target of a loss.</summary>
internal sealed record Input(string Name, Shape Shape, Element Type = Element.Float32) : Leaf(Name, Shape)
{
    public override string Text => $"input {Name}";

    public override bool IsGiven => true;

    public override Element ElementOf(ImmutableArray<Element> inputs) => Type;
}

/// <summary>A trainable tensor, in its logical shape.</summary>
internal sealed record Parameter(string Name, Shape Shape) : Leaf(Name, Shape)
{
    public override string Text => $"param {Name}";
}

/// <summary>A tensor that a training step replaces: running statistics.</summary>
internal sealed record State(string Name, Shape Shape) : Leaf(Name, Shape)
{
    public override string Text => $"state {Name}";
}
