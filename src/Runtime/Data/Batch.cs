using System.ComponentModel;

namespace StaticNet;

/// <summary>Some samples of a data set, for a trainer's <c>Step</c>. It is valid until another epoch of its source begins.</summary>
public readonly struct Batch
{
    private readonly Batches? _source;
    private readonly int _epoch;

    internal Batch(Batches source, int epoch, int start, int count) =>
        (_source, _epoch, Start, Count) = (source, epoch, start, count);

    /// <summary>The data set.</summary>
    /// <exception cref="InvalidOperationException">This is <c>default(Batch)</c>.</exception>
    public Batches Source => _source
        ?? throw new InvalidOperationException("This Batch is empty: take batches from foreach (Batch batch in batches.Epoch(epoch)).");

    /// <summary>How many samples of the epoch come before.</summary>
    public int Start { get; }

    /// <summary>Samples.</summary>
    public int Count { get; }

    /// <summary>The samples by their row in the data.</summary>
    /// <exception cref="InvalidOperationException">Another epoch has begun.</exception>
    public ReadOnlySpan<int> Rows => Source.Rows(_epoch, Start, Count);

    /// <summary>
    /// Copies the samples of one column into rows of <paramref name="pitch"/> floats; padding stays as it is, int32 keep their bits.
    /// </summary>
    /// <param name="column">The column's index.</param>
    /// <param name="target">The first float of <see cref="Count"/> rows.</param>
    /// <param name="pitch">Floats from row to row, at least the column's width.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void Gather(int column, ref float target, int pitch)
    {
        BatchColumn data = Source.Columns[column];
        ArgumentOutOfRangeException.ThrowIfLessThan(pitch, data.Width);
        data.Gather(Rows, ref target, pitch);
    }
}
