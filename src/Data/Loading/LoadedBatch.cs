using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace StaticNet.Data;

/// <summary>A copy of one batch: its columns, inputs first and then targets, in the network's order.</summary>
public sealed class LoadedBatch
{
    private readonly Batches _source;
    private readonly Array[] _columns;
    private readonly int[] _rows;

    // One for batches of full size and one for a last, smaller one: they read the same columns.
    private readonly Batches _full;
    private readonly Batches? _last;

    internal LoadedBatch(Batches source)
    {
        _source = source;
        int size = Math.Min(source.Size, source.Count), rest = source.Count % size;
        _rows = new int[size];
        _columns = new Array[source.Columns.Length];
        for (int c = 0; c < _columns.Length; c++)
            _columns[c] = source.Columns[c].IsInt32 ? new int[size * source.Columns[c].Width] : new float[size * source.Columns[c].Width];
        _full = Over(size);
        _last = rest > 0 && source.BatchCount * source.Size > source.Count ? Over(rest) : null;
    }

    /// <summary>The epoch's number.</summary>
    public int Epoch { get; private set; }

    /// <summary>Samples.</summary>
    public int Count { get; private set; }

    /// <summary>The samples by their row in the data.</summary>
    public ReadOnlySpan<int> Rows => _rows.AsSpan(0, Count);

    /// <summary>The samples of an input or target of numbers, <c>[Count,width]</c>.</summary>
    /// <exception cref="ArgumentException">The column is of integers.</exception>
    public Span<float> Floats(int column) => _columns[column] is float[] values
        ? values.AsSpan(0, Count * _source.Columns[column].Width)
        : throw new ArgumentException($"'{_source.Columns[column].Name}' holds integers: ask for Integers({column}).", nameof(column));

    /// <summary>The samples of an input or target of integers, <c>[Count,width]</c>.</summary>
    /// <exception cref="ArgumentException">The column is of numbers.</exception>
    public Span<int> Integers(int column) => _columns[column] is int[] values
        ? values.AsSpan(0, Count * _source.Columns[column].Width)
        : throw new ArgumentException($"'{_source.Columns[column].Name}' holds floats: ask for Floats({column}).", nameof(column));

    /// <summary>The batch as trainers take it.</summary>
    internal Batch Batch => (Count == _full.Count ? _full : _last!).Epoch(0)[0];

    internal void Fill(int epoch, int index)
    {
        Batch batch = _source.Epoch(epoch)[index];
        (Epoch, Count) = (epoch, batch.Count);
        batch.Rows.CopyTo(_rows);
        for (int c = 0; c < _columns.Length; c++)
            batch.Gather(c, ref First(_columns[c]), _source.Columns[c].Width);
    }

    private Batches Over(int count)
    {
        var columns = new BatchColumn[_columns.Length];
        for (int c = 0; c < columns.Length; c++)
        {
            BatchColumn like = _source.Columns[c];
            columns[c] = _columns[c] is int[] integers
                ? new(like.Name, integers.AsMemory(0, count * like.Width), like.Width)
                : new(like.Name, ((float[])_columns[c]).AsMemory(0, count * like.Width), like.Width);
        }

        return new(_source.Schema, count, columns, count, shuffle: false);
    }

    // Integers are copied bit by bit.
    private static ref float First(Array column) => ref column is int[] integers
        ? ref Unsafe.As<int, float>(ref MemoryMarshal.GetArrayDataReference(integers))
        : ref MemoryMarshal.GetArrayDataReference((float[])column);
}
