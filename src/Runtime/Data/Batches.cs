using System.ComponentModel;
using System.Globalization;

namespace StaticNet;

/// <summary>A data set cut into batches: <c>foreach (Batch batch in batches.Epoch(epoch))</c>.</summary>
/// <remarks>
/// The order of an epoch is a function of the seed and the epoch's number, so training can be repeated and resumed. The data are read in
/// place: changing them changes the batches. Nothing is allocated after construction. An instance serves one thread at a time.
/// </remarks>
public sealed class Batches
{
    private const int InOrder = -1;

    private readonly BatchColumn[] _columns;
    private readonly int[] _order;
    private readonly ulong _seed;
    private readonly bool _shuffled;
    private readonly bool _dropsLast;
    private readonly IBatchSource? _made;
    private int _ordered = InOrder;

    /// <summary>Called by a network's generated <c>Batches</c> method.</summary>
    /// <param name="schema">The network's mark: its trainers take these batches only.</param>
    /// <param name="maxBatch">The largest batch of the network.</param>
    /// <param name="columns">One per input and target, in the order of the network.</param>
    /// <param name="size">Samples in a batch, 1 to <paramref name="maxBatch"/>; for a full batch as many as there are, or more.</param>
    /// <param name="seed">The seed of the order.</param>
    /// <param name="shuffle">Whether each epoch has an order of its own; otherwise all have the data's.</param>
    /// <param name="dropLast">Whether a last batch with fewer than <paramref name="size"/> samples is left out.</param>
    /// <exception cref="ArgumentException">The columns differ in their number of samples, or there is none.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="size"/> is out of range.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public Batches(object schema, int maxBatch, BatchColumn[] columns, int size, ulong seed = 0, bool shuffle = true, bool dropLast = false)
    {
        ArgumentNullException.ThrowIfNull(schema);
        ArgumentNullException.ThrowIfNull(columns);
        ArgumentOutOfRangeException.ThrowIfZero(columns.Length);
        if (size < 1 || size > maxBatch)
            throw new ArgumentOutOfRangeException(
                nameof(size), size,
                $"size must be from 1 to {maxBatch}, the network's MaxBatch; for larger batches declare a larger MaxBatch.");
        BatchColumn first = columns[0];
        foreach (BatchColumn column in columns)
        {
            if (column.Rows != first.Rows)
                throw new ArgumentException(
                    $"'{first.Name}' has {first.Rows} samples, but '{column.Name}' has {column.Rows}: pass as many of each.", column.Name);
        }
        if (first.Rows == 0)
            throw new ArgumentException($"'{first.Name}' is empty: pass at least one sample.", first.Name);
        if (dropLast && first.Rows < size)
            throw new ArgumentOutOfRangeException(
                nameof(size), size,
                $"With dropLast, {first.Rows} samples make no batch of {size}: lower size to at most {first.Rows}, or leave dropLast out.");
        Schema = schema;
        _columns = columns;
        _seed = seed;
        _shuffled = shuffle;
        _dropsLast = dropLast;
        Size = size;
        Count = first.Rows;
        BatchCount = dropLast ? Count / size : (Count - 1) / size + 1;
        _order = new int[Count];
        Shuffle.Identity(_order);
    }

    /// <summary>Batches that are made elsewhere, in number, size and order those of <paramref name="like"/>.</summary>
    internal Batches(Batches like, IBatchSource made)
    {
        (_columns, _order, _seed, _shuffled, _made) = (like._columns, like._order, like._seed, like._shuffled, made);
        (Schema, Size, Count, BatchCount) = (like.Schema, like.Size, like.Count, like.BatchCount);
    }

    /// <summary>The first part of the data as they are given, to train on, and all of the rest, to validate with.</summary>
    /// <param name="validationSplit">The last part's share, above 0 and below 1.</param>
    /// <exception cref="ArgumentException">A part would have no sample, or the batches are made elsewhere.</exception>
    internal (Batches Training, Batches Validation) Split(double validationSplit)
    {
        if (_made is not null)
            throw new ArgumentException("A loader's batches cannot be split: split the data first, and give the loader one part and Validation the other.", nameof(validationSplit));

        // As Keras rounds: ⌊n·(1 − share)⌋ samples to train on.
        int first = (int)(Count * (1 - validationSplit));
        if (first == 0 || first == Count)
            throw new ArgumentException(
                $"A ValidationSplit of {validationSplit.ToString(CultureInfo.InvariantCulture)} of {Plural.Of(Count, "sample")} leaves none to {(first == 0 ? "train on" : "validate with")}: give another share, or more samples.", nameof(validationSplit));
        return (Part(0, first, _dropsLast), Part(first, Count - first, dropsLast: false));

        Batches Part(int start, int count, bool dropsLast) =>
            new(Schema, Size, [.. _columns.Select(column => column.Slice(start, count))], Size, _seed, _shuffled, dropsLast);
    }

    /// <summary>Samples.</summary>
    public int Count { get; }

    /// <summary>Samples in a batch; the last one of an epoch may have fewer.</summary>
    public int Size { get; }

    /// <summary>Batches in an epoch.</summary>
    public int BatchCount { get; }

    /// <summary>The mark of the network that these batches are for.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public object Schema { get; }

    /// <summary>The data, one column per input and target.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public ReadOnlySpan<BatchColumn> Columns => _columns;

    /// <summary>
    /// Copies samples of one column as they lie in the data, whatever the order of an epoch, into rows of <paramref name="pitch"/> floats and
    /// clears the rows' padding.
    /// </summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void CopyRows(int column, int start, int count, ref float target, int pitch)
    {
        BatchColumn data = _columns[column];
        ArgumentOutOfRangeException.ThrowIfLessThan(pitch, data.Width);
        data.Copy(start, count, ref target, pitch);
        global::StaticNet.Rows.ClearPadding(ref target, count, data.Width, pitch);
    }

    /// <summary>As <see cref="CopyRows"/>, from the column of the samples' weights, which need not be there: then all are 1.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void CopyWeights(int column, int start, int count, ref float target)
    {
        if (column < _columns.Length)
            CopyRows(column, start, count, ref target, 1);
        else
            global::StaticNet.Rows.Weights([], ref target, count);
    }

    /// <summary>The batches of one pass over the data.</summary>
    /// <param name="epoch">The pass's number, from 0; with the seed it determines the order.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="epoch"/> is negative.</exception>
    public Epoch Epoch(int epoch)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(epoch);
        return new Epoch(this, _shuffled || _made is not null ? epoch : InOrder);
    }

    /// <summary>What decides which samples a batch has, as a checkpoint holds it against its own.</summary>
    internal string Description => string.Create(
        CultureInfo.InvariantCulture,
        $"{Plural.Of(Count, "sample")} in batches of {Size}{(BatchCount * (long)Size < Count ? ", the last dropped" : "")}, {(_shuffled ? $"shuffled by seed {_seed}" : "in order")}");

    /// <summary>A batch by its place in an epoch.</summary>
    internal Batch At(int epoch, int index)
    {
        if (_made is not null)
            return _made.Take(epoch, index);
        Order(epoch);
        int start = index * Size;
        return new Batch(this, epoch, start, Math.Min(Size, Count - start));
    }

    /// <summary>Puts the samples in the epoch's order, if they are not. Two epochs may be interleaved, at the cost of a shuffle.</summary>
    private void Order(int epoch)
    {
        if (_ordered == epoch)
            return;
        Shuffle.Fill(_order, _seed, (uint)epoch);
        _ordered = epoch;
    }

    /// <summary>The samples of a batch by their row in the data.</summary>
    internal ReadOnlySpan<int> Rows(int epoch, int start, int count)
    {
        if (_ordered != epoch)
            throw new InvalidOperationException(
                $"This batch is of epoch {epoch}, but its Batches is at epoch {_ordered}: use a batch before another epoch begins.");
        return _order.AsSpan(start, count);
    }
}
