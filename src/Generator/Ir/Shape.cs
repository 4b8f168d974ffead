namespace StaticNet.Generator.Ir;

/// <summary>The extents of a value, slowest first; at most one of them carries the batch.</summary>
internal sealed class Shape : IEquatable<Shape>
{
    public static readonly Shape Scalar = new();

    public Shape(params ImmutableArray<Dim> dims)
    {
        Dims = dims;
        if (dims.Count(d => d.PerSample) > 1)
            throw new ShapeError($"{this} has more than one dimension with the batch");
    }

    public ImmutableArray<Dim> Dims { get; }

    public int Rank => Dims.Length;

    /// <summary>True if one dimension carries the batch.</summary>
    public bool PerSample => Dims.Any(d => d.PerSample);

    /// <summary>The number of elements, as one dimension.</summary>
    public Dim Count => Span(0, Rank);

    public Dim this[int axis] => Dims[axis];

    /// <summary>The product of the dimensions from <paramref name="start"/> up to <paramref name="end"/>.</summary>
    public Dim Span(int start, int end)
    {
        long size = 1;
        bool perSample = false;
        for (int axis = start; axis < end; axis++)
        {
            size *= Dims[axis].Size;
            if (size > int.MaxValue)
                throw new SizeError($"{this} has more than {int.MaxValue} elements");
            perSample |= Dims[axis].PerSample;
        }

        return new((int)size, perSample);
    }

    /// <summary>The extent of an axis that must be there and be the same for every batch.</summary>
    public int Fixed(int axis) =>
        axis < 0 || axis >= Rank ? throw new ShapeError($"{this} has no axis {axis}")
        : Dims[axis].PerSample ? throw new ShapeError($"axis {axis} of {this} carries the batch")
        : Dims[axis].Size;

    public Shape With(int axis, Dim dim) => new(Dims.SetItem(axis, dim));

    /// <summary>The shape in which every operand repeats along the axes where it has extent 1, aligned at the last axis.</summary>
    public static Shape Broadcast(IEnumerable<Shape> shapes)
    {
        Shape result = Scalar;
        foreach (Shape shape in shapes)
        {
            int rank = Math.Max(result.Rank, shape.Rank);
            var dims = new Dim[rank];
            for (int axis = 0; axis < rank; axis++)
            {
                Dim a = result.FromEnd(rank - axis), b = shape.FromEnd(rank - axis);
                dims[axis] = a == b || b.IsOne ? a : a.IsOne ? b : throw new ShapeError($"{result} and {shape} do not match");
            }

            result = new([.. dims]);
        }

        return result;
    }

    /// <summary>The dimension counted from the last (1), or 1 where there is none.</summary>
    public Dim FromEnd(int position) => position <= Rank ? Dims[Rank - position] : 1;

    public bool Equals(Shape? other) => other is not null && Dims.SequenceEqual(other.Dims);

    public override bool Equals(object? obj) => Equals(obj as Shape);

    public override int GetHashCode() => Dims.Aggregate(17, (hash, dim) => hash * 31 + dim.GetHashCode());

    public override string ToString() => $"[{string.Join(",", Dims)}]";
}
