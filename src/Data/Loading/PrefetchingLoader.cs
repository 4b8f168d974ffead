using System.Runtime.ExceptionServices;

namespace StaticNet.Data;

/// <summary>
/// Copies batches on a thread of its own while others are trained on, and changes them there, as augmentation does:
/// <c>foreach (Batch batch in loader.Epoch(epoch)) trainer.Step(batch);</c>. Nothing is allocated after construction.
/// </summary>
/// <remarks>
/// The batches and their order are those of the source, which belongs to the loader from then on. A batch is valid until the next one is asked for.
/// One thread at a time asks for batches; an epoch that is left early is given up when the next begins.
/// </remarks>
public sealed class PrefetchingLoader : IDisposable
{
    private readonly Batches _source;
    private readonly BatchTransform? _transform;
    private readonly LoadedBatch[] _ring;
    private readonly object _lock = new();
    private readonly Thread _thread;

    // All of these under the lock. Batches [_released, _produced) of the epoch lie in the ring.
    private int _epoch;
    private int _generation;
    private int _produced;
    private int _released;
    private bool _running;
    private bool _disposed;
    private ExceptionDispatchInfo? _failure;

    /// <param name="source">The batches to load.</param>
    /// <param name="transform">What is done to each batch, on the loader's thread; it decides by the batch's epoch and rows alone, so that runs can be repeated.</param>
    /// <param name="ahead">Batches that are ready before they are asked for.</param>
    public PrefetchingLoader(Batches source, BatchTransform? transform = null, int ahead = 2)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentOutOfRangeException.ThrowIfLessThan(ahead, 1);
        (_source, _transform) = (source, transform);
        _ring = new LoadedBatch[ahead + 1];
        for (int i = 0; i < _ring.Length; i++)
            _ring[i] = new(source);
        _thread = new(Load) { IsBackground = true, Name = nameof(PrefetchingLoader) };
        _thread.Start();
    }

    /// <summary>Samples of an epoch.</summary>
    public int Count => _source.Count;

    /// <summary>Batches of an epoch.</summary>
    public int BatchCount => _source.BatchCount;

    /// <summary>The batches of one pass over the data, in the source's order.</summary>
    public LoaderEpoch Epoch(int epoch)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(epoch);
        return new(this, epoch);
    }

    /// <summary>Ends the thread. What was handed out stays as it is.</summary>
    public void Dispose()
    {
        lock (_lock)
        {
            _disposed = true;
            Monitor.PulseAll(_lock);
        }

        _thread.Join();
    }

    /// <summary>Begins to load an epoch; returns the mark that its batches are asked for with.</summary>
    internal int Begin(int epoch)
    {
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            (_epoch, _produced, _released, _running, _failure) = (epoch, 0, 0, true, null);
            Monitor.PulseAll(_lock);
            return ++_generation;
        }
    }

    /// <summary>The batch of an index, once it is there; those before it may be overwritten from then on.</summary>
    internal Batch Take(int generation, int index)
    {
        lock (_lock)
        {
            if (generation == _generation)
            {
                _released = index;
                Monitor.PulseAll(_lock);
            }

            while (generation == _generation && _produced <= index && _failure is null && !_disposed)
                Monitor.Wait(_lock);
            ObjectDisposedException.ThrowIf(_disposed, this);
            if (generation != _generation)
                throw new InvalidOperationException("Another epoch of this loader has begun: end one before the next, or make a loader for each.");
            if (_produced <= index)
                _failure!.Throw();
            return _ring[index % _ring.Length].Batch;
        }
    }

    private void Load()
    {
        while (true)
        {
            int epoch, generation, index;
            lock (_lock)
            {
                while (!_disposed && !(_running && _produced < _source.BatchCount && _produced - _released < _ring.Length))
                    Monitor.Wait(_lock);
                if (_disposed)
                    return;
                (epoch, generation, index) = (_epoch, _generation, _produced);
            }

            ExceptionDispatchInfo? failure = null;
            try
            {
                LoadedBatch batch = _ring[index % _ring.Length];
                batch.Fill(epoch, index);
                _transform?.Invoke(batch);
            }
            catch (Exception e)
            {
                // It comes up where the batch is asked for.
                failure = ExceptionDispatchInfo.Capture(e);
            }

            lock (_lock)
            {
                if (generation != _generation)
                    continue;
                if (failure is null)
                    _produced++;
                else
                    (_failure, _running) = (failure, false);
                Monitor.PulseAll(_lock);
            }
        }
    }
}
