using StaticNet.Generator.Ir;

namespace StaticNet.Generator.Reference;

/// <summary>The extents of a shape for one batch; elements lie row by row, the last axis fastest.</summary>
internal sealed class Extents
{
    private readonly int[] _sizes;

    public Extents(Shape shape, int batch)
        : this([.. shape.Dims.Select(d => d.At(batch))])
    {
    }

    public Extents(int[] sizes)
    {
        _sizes = sizes;
        Count = _sizes.Aggregate(1, (product, size) => checked(product * size));
    }

    public int Count { get; }

    /// <summary>The extent of the last axis; 1 where there is none.</summary>
    public int Columns => _sizes.Length == 0 ? 1 : _sizes[_sizes.Length - 1];

    public int Rank => _sizes.Length;

    public int this[int axis] => _sizes[axis];

    /// <summary>The extents from <paramref name="axis"/> on.</summary>
    public int[] From(int axis) => [.. _sizes.Skip(axis)];

    /// <summary>The elements from one place along <paramref name="axis"/> to the next.</summary>
    public int Stride(int axis) => _sizes.Skip(axis + 1).Aggregate(1, (product, size) => product * size);

    /// <summary>Where along <paramref name="axis"/> an element stands.</summary>
    public int Coordinate(int element, int axis) => element / Stride(axis) % _sizes[axis];

    /// <summary>
    /// For each element of <paramref name="target"/>, the element of these extents that is repeated there: axes are aligned at the last,
    /// and an extent of 1 repeats.
    /// </summary>
    public int[] RepeatedTo(Extents target)
    {
        int lead = target._sizes.Length - _sizes.Length;
        var source = new int[target.Count];
        for (int i = 0; i < source.Length; i++)
        {
            int rest = i, stride = 1;
            for (int axis = target._sizes.Length - 1; axis >= lead; axis--)
            {
                int size = _sizes[axis - lead];
                source[i] += size == 1 ? 0 : rest % size * stride;
                rest /= target._sizes[axis];
                stride *= size;
            }
        }

        return source;
    }
}
