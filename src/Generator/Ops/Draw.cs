using StaticNet.Generator.Ir;

namespace StaticNet.Generator.Ops;

internal enum Distribution
{
    /// <summary><c>U[0,1)</c>.</summary>
    Uniform,

    /// <summary><c>N(0,1)</c>.</summary>
    Normal,
}

/// <summary>Random numbers, a function of the seed, the step, <paramref name="Stream"/> and the element's index.</summary>
internal sealed record Draw(Shape Shape, int Stream, Distribution Distribution = Distribution.Uniform) : Op
{
    public override string Text => $"random.{Distribution.ToString().ToLowerInvariant()} stream {Stream}";

    public override int? Arity => 0;

    public override Shape Infer(ImmutableArray<Shape> inputs) => Shape;

    public override void Vjp(Pullback p)
    {
    }
}

internal static class DrawOps
{
    /// <summary>Numbers from <c>U[0,1)</c>.</summary>
    public static Value Uniform(this IBuilder net, Shape shape, int stream) => net.Add(new Draw(shape, stream));

    /// <summary>Numbers from <c>N(0,1)</c>.</summary>
    public static Value Normal(this IBuilder net, Shape shape, int stream) => net.Add(new Draw(shape, stream, Distribution.Normal));
}
