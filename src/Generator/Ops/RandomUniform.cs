using StaticNet.Generator.Ir;

namespace StaticNet.Generator.Ops;

/// <summary>Numbers from <c>U[0,1)</c>, a function of the seed, the step, <paramref name="Stream"/> and the element's index.</summary>
internal sealed record RandomUniform(Shape Shape, int Stream) : Op
{
    public override string Text => $"random.uniform stream {Stream}";

    public override int? Arity => 0;

    public override Shape Infer(ImmutableArray<Shape> inputs) => Shape;

    public override void Vjp(Pullback p)
    {
    }
}

internal static class RandomOps
{
    public static Value RandomUniform(this IBuilder net, Shape shape, int stream) => net.Add(new RandomUniform(shape, stream));
}
