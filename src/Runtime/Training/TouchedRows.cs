using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace StaticNet;

/// <summary>
/// The rows of a table that the gradients gathered since the last update have reached. The gradients of all others are zero and stay so, so that
/// nobody needs to clear or read them.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class TouchedRows
{
    private readonly ParameterEntry _table;
    private readonly int[] _rows;
    private readonly bool[] _isTouched;
    private int _count;

    internal TouchedRows(ParameterEntry table)
    {
        _table = table;
        _rows = new int[table.Shape[0]];
        _isTouched = new bool[_rows.Length];
    }

    /// <summary>Whether any row may hold a gradient: somebody outside has seen where they lie.</summary>
    internal bool AreAll { get; private set; }

    /// <summary>The rows, each once.</summary>
    internal ReadOnlySpan<int> Rows => _rows.AsSpan(0, _count);

    /// <summary>The floats from one row to the next.</summary>
    internal int Pitch => _table.Layout.Stride(0);

    /// <summary>From now on all rows are cleared and read.</summary>
    internal void TouchAll() => AreAll = true;

    /// <summary>Called by generated code before a backward pass: unless it adds to gradients gathered before, forgets those.</summary>
    public void Begin(ref float gradients, bool accumulate)
    {
        if (accumulate)
            return;
        ref float table = ref Unsafe.Add(ref gradients, _table.Offset);
        if (AreAll)
            MemoryMarshal.CreateSpan(ref table, _table.Length).Clear();
        foreach (int row in Rows)
        {
            MemoryMarshal.CreateSpan(ref Unsafe.Add(ref table, (nint)row * Pitch), Pitch).Clear();
            _isTouched[row] = false;
        }

        _count = 0;
    }

    /// <summary>Called by generated code: the pass adds to the rows that these indices name, whose bits are a batch's in the arena.</summary>
    /// <param name="indices">The first of them.</param>
    /// <param name="rows">How many rows of indices there are.</param>
    /// <param name="columns">The indices of a row.</param>
    /// <param name="pitch">The floats from one row of indices to the next.</param>
    public void Add(ref readonly float indices, int rows, int columns, int pitch)
    {
        for (int i = 0; i < rows; i++)
        {
            ref float first = ref Unsafe.Add(ref Unsafe.AsRef(in indices), (nint)i * pitch);
            foreach (int row in MemoryMarshal.CreateReadOnlySpan(ref Unsafe.As<float, int>(ref first), columns))
            {
                if (_isTouched[row])
                    continue;
                _isTouched[row] = true;
                _rows[_count++] = row;
            }
        }
    }
}
