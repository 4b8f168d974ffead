using StaticNet.Storage;

namespace StaticNet;

/// <summary>A parameter, a state or a gradient in its logical shape and order (PyTorch's), whatever its layout in memory.</summary>
/// <remarks>
/// A view is a window, not a copy: reads and writes go to the network's memory, and padding stays out of reach.
/// A view costs no allocation and may be made again at each use.
/// </remarks>
public readonly struct ParameterView
{
    private readonly float[] _array;
    private readonly int _start;
    private readonly ParameterEntry? _tensor;

    /// <param name="array">The memory that holds the tensor.</param>
    /// <param name="start">Index of the tensor's first float in it.</param>
    /// <param name="entry">Name, shape and layout.</param>
    public ParameterView(float[] array, int start, ParameterEntry entry)
    {
        ArgumentNullException.ThrowIfNull(array);
        ArgumentNullException.ThrowIfNull(entry);
        if ((uint)start > (uint)array.Length || array.Length - start < entry.Length)
            throw new ArgumentOutOfRangeException(
                nameof(start), $"'{entry.Name}' needs {entry.Length} floats from index {start}, but the array holds {array.Length}.");
        _array = array;
        _start = start;
        _tensor = entry;
    }

    /// <summary>Layer and leaf, as in files: <c>dense1.weight</c>.</summary>
    public string Name => Entry.Name;

    /// <summary>The logical shape.</summary>
    public ReadOnlySpan<int> Shape => Entry.Shape;

    /// <summary>Floats: the product of the shape.</summary>
    public int Count => Entry.Count;

    /// <summary>An element of a vector.</summary>
    /// <exception cref="IndexOutOfRangeException">The rank is not 1, or the index is outside the shape.</exception>
    public ref float this[int i] => ref At([i]);

    /// <summary>An element of a matrix: of a Dense weight <c>[unit, input]</c>.</summary>
    /// <exception cref="IndexOutOfRangeException">The rank is not 2, or an index is outside the shape.</exception>
    public ref float this[int i, int j] => ref At([i, j]);

    /// <summary>An element of a tensor of rank 3.</summary>
    /// <exception cref="IndexOutOfRangeException">The rank is not 3, or an index is outside the shape.</exception>
    public ref float this[int i, int j, int k] => ref At([i, j, k]);

    /// <summary>An element of a tensor of rank 4.</summary>
    /// <exception cref="IndexOutOfRangeException">The rank is not 4, or an index is outside the shape.</exception>
    public ref float this[int i, int j, int k, int l] => ref At([i, j, k, l]);

    /// <summary>Sets every element, from values in logical (row-major) order.</summary>
    /// <exception cref="ArgumentException"><paramref name="values"/> does not hold exactly <see cref="Count"/> floats.</exception>
    public void CopyFrom(ReadOnlySpan<float> values)
    {
        if (values.Length != Count)
            throw WrongLength("CopyFrom takes", values.Length, nameof(values));
        LayoutCopy.Scatter(values, Entry, Storage);
    }

    /// <summary>Copies every element out, in logical (row-major) order; floats beyond <see cref="Count"/> are left alone.</summary>
    /// <exception cref="ArgumentException"><paramref name="target"/> is shorter than <see cref="Count"/>.</exception>
    public void CopyTo(Span<float> target)
    {
        if (target.Length < Count)
            throw WrongLength("CopyTo fills", target.Length, nameof(target));
        LayoutCopy.Gather(Storage, Entry, target);
    }

    /// <summary>A copy of every element, in logical (row-major) order.</summary>
    public float[] ToArray()
    {
        var values = new float[Count];
        LayoutCopy.Gather(Storage, Entry, values);
        return values;
    }

    /// <summary>Sets every element to one value.</summary>
    public void Fill(float value) => LayoutCopy.Fill(value, Entry, Storage);

    /// <summary>Name and shape: <c>dense1.weight [128,784]</c>.</summary>
    public override string ToString() => _tensor is null ? "" : $"{Name} {ShapeText.Of(Shape)}";

    private ParameterEntry Entry => _tensor ?? throw new InvalidOperationException(
        "This view is of no tensor: take one from a network, for instance net.Dense1.Weight.");

    private Span<float> Storage => _array.AsSpan(_start, Entry.Length);

    private ref float At(scoped ReadOnlySpan<int> index)
    {
        ReadOnlySpan<int> shape = Entry.Shape;
        if (index.Length != shape.Length)
            throw OutOfRange(index);
        int offset = 0;
        for (int axis = 0; axis < shape.Length; axis++)
        {
            if ((uint)index[axis] >= (uint)shape[axis])
                throw OutOfRange(index);
            offset += Entry.Layout.At(axis, index[axis]);
        }
        return ref _array[_start + offset];
    }

    private IndexOutOfRangeException OutOfRange(ReadOnlySpan<int> index) => new(index.Length == Shape.Length
        ? $"'{Name}' is {ShapeText.Of(Shape)}: the index {ShapeText.Of(index)} lies outside. Each index runs from 0 to its extent minus 1."
        : $"'{Name}' is {ShapeText.Of(Shape)}: give {Shape.Length} indices, not {index.Length}.");

    private ArgumentException WrongLength(string what, int length, string parameter) =>
        new($"{what} {Count} floats for '{Name}' {ShapeText.Of(Shape)}, but the span holds {length}.", parameter);
}
