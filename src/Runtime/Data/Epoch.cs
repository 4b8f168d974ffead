namespace StaticNet;

/// <summary>The batches of one pass over the data, for <c>foreach</c>; by index, to go on in the middle.</summary>
public readonly struct Epoch
{
    private readonly Batches _source;
    private readonly int _epoch;

    internal Epoch(Batches source, int epoch) => (_source, _epoch) = (source, epoch);

    /// <summary>Batches in the pass.</summary>
    public int Count => _source.BatchCount;

    /// <summary>A batch by its place in the pass.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such batch.</exception>
    public Batch this[int index]
    {
        get
        {
            if ((uint)index >= (uint)Count)
                throw new ArgumentOutOfRangeException(
                    nameof(index), index, $"The epoch has {Count} batches: give an index from 0 to {Count - 1}.");
            return _source.At(_epoch, index);
        }
    }

    public Enumerator GetEnumerator() => new(this);

    /// <summary>Walks the batches in order.</summary>
    public struct Enumerator
    {
        private readonly Epoch _epoch;
        private int _index;

        internal Enumerator(Epoch epoch) => (_epoch, _index) = (epoch, -1);

        public readonly Batch Current => _epoch[_index];

        public bool MoveNext() => ++_index < _epoch.Count;
    }
}
