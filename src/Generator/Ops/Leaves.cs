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
/// <param name="Name">Its full name.</param>
/// <param name="Shape">Its shape.</param>
/// <param name="Channels">
/// The channels of the image that its last axis is, <c>[C·H·W]</c>; the graph has them innermost, <c>[H·W·C]</c>, as kernels make an image. 1 for all else.
/// </param>
internal sealed record Parameter(string Name, Shape Shape, int Channels = 1) : Leaf(Name, Shape)
{
    public override string Text => Channels == 1 ? $"param {Name}" : $"param.last{Channels} {Name}";

    /// <summary>The places of the image.</summary>
    public int Places => Channels == 1 ? 1 : Shape.FromEnd(1).Size / Channels;
}

/// <summary>A tensor that a training step replaces: running statistics.</summary>
internal sealed record State(string Name, Shape Shape) : Leaf(Name, Shape)
{
    public override string Text => $"state {Name}";
}
