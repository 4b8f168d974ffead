using System.ComponentModel;
using System.Diagnostics;

namespace StaticNet;

/// <summary>
/// How a tensor lies in memory: from a logical index to an offset in floats from the tensor's start.
/// One axis may be cut in blocks (panels):
/// <c>offset(i) = Σₐ (a = blockedAxis ? (iₐ / block)·blockStride + (iₐ mod block)·strides[a] : iₐ·strides[a])</c>.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct TensorLayout
{
    private readonly int[] _strides;
    private readonly int _blockedAxis;
    private readonly int _block;
    private readonly int _blockStride;

    /// <param name="strides">Floats from one index to the next, one for each axis.</param>
    /// <param name="blockedAxis">The axis that is cut in blocks; −1 for none.</param>
    /// <param name="block">Indices in one block.</param>
    /// <param name="blockStride">Floats from one block to the next.</param>
    public TensorLayout(int[] strides, int blockedAxis = -1, int block = 0, int blockStride = 0)
    {
        Debug.Assert(blockedAxis < strides.Length, "the blocked axis is one of the tensor's");
        Debug.Assert(blockedAxis < 0 || (block > 0 && blockStride > 0), "a blocked axis needs a block and its stride");
        _strides = strides;
        _blockedAxis = blockedAxis;
        _block = block;
        _blockStride = blockStride;
    }

    internal int Rank => _strides.Length;

    internal int Block => _block;

    internal int BlockStride => _blockStride;

    internal int Stride(int axis) => _strides[axis];

    internal bool IsBlocked(int axis) => axis == _blockedAxis;

    /// <summary>Whether every index lies at the same offset.</summary>
    internal bool IsAs(TensorLayout other) => _strides.AsSpan().SequenceEqual(other._strides)
        && (_blockedAxis, _block, _blockStride) == (other._blockedAxis, other._block, other._blockStride);

    /// <summary>What one index contributes to the offset.</summary>
    internal int At(int axis, int index) => axis == _blockedAxis
        ? index / _block * _blockStride + index % _block * _strides[axis]
        : index * _strides[axis];

    /// <summary>The largest offset that a tensor of this shape reaches; −1 if it is empty.</summary>
    internal int Last(ReadOnlySpan<int> shape)
    {
        int last = 0;
        for (int axis = 0; axis < shape.Length; axis++)
        {
            if (shape[axis] == 0)
                return -1;
            int end = shape[axis] - 1;
            int reach = At(axis, end);
            if (axis == _blockedAxis && end >= _block)
                reach = Math.Max(reach, At(axis, end / _block * _block - 1));
            last += reach;
        }
        return last;
    }
}
