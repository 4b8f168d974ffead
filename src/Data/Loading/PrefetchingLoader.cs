using System.Runtime.ExceptionServices;

namespace StaticNet.Data;

/// <summary>
/// Copies batches on a thread of its own while others are trained on, and changes them there, as augmentation does. Trainers take its
/// <see cref="Batches"/> like any others: <c>trainer.Fit(loader.Batches, …)</c>. Nothing is allocated after construction.
/// </summary>
/// <remarks>
/// The batches and their order are those of the source, which belongs to the loader from then on. A batch is valid until another is asked for, by one
/// thread at a time. Batches in order are made ahead; one that is out of order is made when it is asked for. <c>Evaluate</c> takes no batches but the
/// whole data, as they are.
/// </remarks>
public sealed class PrefetchingLoader : IBatchSource, IDisposable
{
    private readonly Batches _source;
    private readonly BatchTransform? _transform;
    private readonly LoadedBatch[] _ring;
    private readonly object _lock = new();
    private readonly Thread _thread;

    // All of these under the lock. Batches [_first, _end) of the epoch lie in the ring; a run is what is made from one start on.
    private int _run;
    private int _epoch = -1;
    private int _first;
    private int _end;
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
        Batches = new(source, this);
        _thread = new(Load) { IsBackground = true, Name = nameof(PrefetchingLoader) };
        _thread.Start();
    }

    /// <summary>The source's batches, copied and changed.</summary>
    public Batches Batches { get; }

    /// <summary>Ends the thread.</summary>
    public void Dispose()
    {
        lock (_lock)
        {
            _disposed = true;
            Monitor.PulseAll(_lock);
        }

        _thread.Join();
    }

    Batch IBatchSource.Take(int epoch, int index)
    {
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            if (epoch == _epoch && (index == _first || index == _first + 1) && _failure is null)
                _first = index;
            else
                (_run, _epoch, _first, _end, _failure) = (_run + 1, epoch, index, index, null);
            Monitor.PulseAll(_lock);
            while (_end <= index && _failure is null && !_disposed)
                Monitor.Wait(_lock);
            ObjectDisposedException.ThrowIf(_disposed, this);
            if (_end <= index)
                _failure!.Throw();
            return _ring[index % _ring.Length].Batch;
        }
    }

    private void Load()
    {
        while (true)
        {
            int epoch, run, index;
            lock (_lock)
            {
                while (!_disposed && !(_epoch >= 0 && _failure is null && _end < _source.BatchCount && _end - _first < _ring.Length))
                    Monitor.Wait(_lock);
                if (_disposed)
                    return;
                (epoch, run, index) = (_epoch, _run, _end);
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
                if (run != _run)
                    continue;
                if (failure is null)
                    _end++;
                else
                    _failure = failure;
                Monitor.PulseAll(_lock);
            }
        }
    }
}
