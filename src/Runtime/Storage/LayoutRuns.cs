using System.Runtime.CompilerServices;

namespace StaticNet.Storage;

/// <summary>
/// Walks a tensor in logical (row-major) order as runs of equal stride: logical elements
/// <c>[Logical, Logical + Length)</c> lie at <c>Offset + k·Stride</c>. Allocates nothing.
/// </summary>
internal ref struct LayoutRuns
{
    public const int MaxRank = 6;

    [InlineArray(MaxRank)]
    private struct Index
    {
        private int _first;
    }

    private readonly ReadOnlySpan<int> _shape;
    private readonly TensorLayout _layout;
    private readonly int _outer;    // axes before the run
    private readonly int _extent;   // logical elements of the axes that the runs cover
    private readonly int _count;
    private int _within;            // elements of that extent already walked: a blocked axis gives a run for each block
    private Index _index;

    public LayoutRuns(ParameterEntry entry)
    {
        _shape = entry.Shape;
        _layout = entry.Layout;
        _count = entry.Count;
        Stride = 1;
        _extent = 1;
        if (_shape.Length == 0)
            return;

        int axis = _shape.Length - 1;
        Stride = _layout.Stride(axis);
        _extent = _shape[axis];
        // [.., a, b] with stride(a) = b·stride(b) is one axis of a·b.
        if (!_layout.IsBlocked(axis))
        {
            while (axis > 0 && !_layout.IsBlocked(axis - 1) && _layout.Stride(axis - 1) == _layout.Stride(axis) * _shape[axis])
                _extent *= _shape[--axis];
        }
        _outer = axis;
    }

    public int Logical { get; private set; }
    public int Offset { get; private set; }
    public int Length { get; private set; }
    public int Stride { get; }

    public bool MoveNext()
    {
        Logical += Length;
        if (Logical == _count)
            return false;

        _within += Length;
        if (_within == _extent)
        {
            _within = 0;
            int axis = _outer;
            while (++_index[--axis] == _shape[axis])
                _index[axis] = 0;
        }

        bool blocked = _shape.Length > 0 && _layout.IsBlocked(_outer);
        Length = blocked ? Math.Min(_layout.Block, _extent - _within) : _extent;
        Offset = blocked ? _layout.At(_outer, _within) : 0;
        for (int axis = 0; axis < _outer; axis++)
            Offset += _layout.At(axis, _index[axis]);
        return true;
    }
}
