namespace StaticNet.Data;

/// <summary>The batches of one pass, loaded ahead, for <c>foreach</c>.</summary>
public readonly struct LoaderEpoch
{
    private readonly PrefetchingLoader _loader;
    private readonly int _epoch;

    internal LoaderEpoch(PrefetchingLoader loader, int epoch) => (_loader, _epoch) = (loader, epoch);

    /// <summary>Batches in the pass.</summary>
    public int Count => _loader.BatchCount;

    public Enumerator GetEnumerator() => new(_loader, _loader.Begin(_epoch));

    /// <summary>Walks the batches in order.</summary>
    public struct Enumerator
    {
        private readonly PrefetchingLoader _loader;
        private readonly int _generation;
        private int _index;

        internal Enumerator(PrefetchingLoader loader, int generation) => (_loader, _generation, _index) = (loader, generation, -1);

        public Batch Current { get; private set; }

        public bool MoveNext()
        {
            if (_index + 1 >= _loader.BatchCount)
                return false;
            Current = _loader.Take(_generation, ++_index);
            return true;
        }
    }
}
