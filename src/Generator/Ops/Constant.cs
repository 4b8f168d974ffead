using System.Globalization;
using StaticNet.Generator.Infrastructure;
using StaticNet.Generator.Ir;

namespace StaticNet.Generator.Ops;

/// <summary>Numbers known to the compiler: weights of an interpolation, a table of positions, indices.</summary>
internal sealed record Constant(EquatableArray<double> Numbers, Shape Shape, Element Type = Element.Float32) : Op
{
    public override string Text => $"constant {string.Join(",", Numbers.Select(x => x.ToString("R", CultureInfo.InvariantCulture)))}";

    public override int? Arity => 0;

    public override Element ElementOf(ImmutableArray<Element> inputs) => Type;

    public override Shape Infer(ImmutableArray<Shape> inputs) => Shape.Count == Numbers.Count
        ? Shape
        : throw new ShapeError($"{Shape} has {Shape.Count} elements, but there are {Numbers.Count} numbers");

    public override void Vjp(Pullback p)
    {
    }
}

internal static class ConstantOps
{
    public static Value Constant(this IBuilder net, IEnumerable<double> numbers, Shape shape) =>
        net.Add(new Constant(numbers.ToEquatableArray(), shape));

    /// <summary>Integers, as indices are.</summary>
    public static Value Integers(this IBuilder net, IEnumerable<int> numbers, Shape shape) =>
        net.Add(new Constant(numbers.Select(i => (double)i).ToEquatableArray(), shape, Element.Int32));
}
