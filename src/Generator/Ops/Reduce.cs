using StaticNet.Generator.Ir;

namespace StaticNet.Generator.Ops;

internal enum ReduceKind
{
    Sum,
    Max,
}

/// <summary>The sum or the maximum over some axes, which stay with extent 1.</summary>
internal sealed record Reduce(ReduceKind Kind, EquatableAxes Axes) : Op
{
    public override string Text => $"{Kind.ToString().ToLowerInvariant()}.{Axes}";

    public override Shape Infer(ImmutableArray<Shape> inputs)
    {
        Shape shape = Axes.Values.IsEmpty ? throw new ShapeError("a reduction has at least one axis") : inputs[0];
        foreach (int axis in Axes.Values)
        {
            if (axis < 0 || axis >= shape.Rank)
                throw new ShapeError($"{shape} has no axis {axis}");
            shape = shape.With(axis, 1);
        }

        return shape;
    }

    public override long Flops(ImmutableArray<Shape> inputs, Shape result) => inputs[0].Count.At(1);

    // y = Σ x       ⇒   x̄ = ȳ, repeated
    // y = max x     ⇒   x̄ = ȳ·[x = y] / Σ[x = y]: equal maxima share
    public override void Vjp(Pullback p)
    {
        Value x = p.Input(0);
        if (Kind == ReduceKind.Sum)
        {
            p.Accumulate(0, p.BroadcastTo(p.Cotangent, x.Shape));
            return;
        }

        Value ties = p.Map((a, y) => Scalar.IfEqual(a, y, 1, 0), x, p.Output);
        Value share = p.Cotangent / p.Add(new Reduce(ReduceKind.Sum, Axes), ties);
        p.Accumulate(0, ties * share);
    }
}

/// <summary>A list of axes, ascending, that compares by value.</summary>
internal readonly record struct EquatableAxes(string Text)
{
    public EquatableAxes(IEnumerable<int> axes) : this(string.Join(",", axes.OrderBy(a => a)))
    {
    }

    public ImmutableArray<int> Values => [.. Text.Split([','], StringSplitOptions.RemoveEmptyEntries).Select(int.Parse)];

    public override string ToString() => Text;
}

internal static class ReduceOps
{
    public static Value Sum(this IBuilder net, Value x, params int[] axes) => net.Reduce(ReduceKind.Sum, x, axes);

    public static Value Max(this IBuilder net, Value x, params int[] axes) => net.Reduce(ReduceKind.Max, x, axes);

    /// <summary>The mean over some axes: <c>Σ x / count</c>, where the count may carry the batch.</summary>
    public static Value Mean(this IBuilder net, Value x, params int[] axes)
    {
        Scalar count = axes.Aggregate((Scalar)1, (product, axis) => product * Size(x.Shape[axis]));
        return net.Map(sum => sum / count, net.Sum(x, axes));
    }

    /// <summary>The mean over all axes, of shape [].</summary>
    public static Value MeanOfAll(this IBuilder net, Value x) => net.Reshape(net.Mean(x, AllAxes(x)), Shape.Scalar);

    /// <summary>The sum over all axes, of shape [].</summary>
    public static Value SumOfAll(this IBuilder net, Value x) => net.Reshape(net.Sum(x, AllAxes(x)), Shape.Scalar);

    /// <summary>The extent of a dimension as a scalar.</summary>
    public static Scalar Size(Dim dim) => dim.PerSample ? Scalar.Batch * dim.Size : dim.Size;

    private static int[] AllAxes(Value x) => [.. Enumerable.Range(0, x.Shape.Rank)];

    private static Value Reduce(this IBuilder net, ReduceKind kind, Value x, int[] axes) =>
        axes.Length == 0 ? x : net.Add(new Reduce(kind, new(axes)), x);

    /// <summary>The sum over the axes along which <paramref name="shape"/> was repeated to the value's shape.</summary>
    public static Value SumTo(this IBuilder net, Value value, Shape shape)
    {
        if (value.Shape.Equals(shape))
            return value;
        int lead = value.Shape.Rank - shape.Rank;
        int[] axes = [.. Enumerable.Range(0, value.Shape.Rank).Where(axis => (axis < lead || shape[axis - lead].IsOne) && !value.Shape[axis].IsOne)];
        return net.Reshape(net.Sum(value, axes), shape);
    }
}
