namespace StaticNet.Storage;

/// <summary>
/// Keeps writers of parameters apart from the calls that read them, in arenas of their own: any number of threads read, or one writes. Nobody
/// waits; who comes second gets an exception.
/// </summary>
/// <remarks>
/// A reader takes its arena and then looks at the writer, a writer says that it writes and then looks at the arenas, each behind a full fence:
/// of two that meet, at least one sees the other. Readers share no line of memory that any of them writes.
/// </remarks>
internal sealed class WriteLock
{
    private readonly Lock _adding = new();
    private WeakReference<Workspace>[] _readers = [];
    private int _writer;
    private int _depth;

    /// <summary>Whether a thread writes.</summary>
    public bool IsHeld => Volatile.Read(ref _writer) != 0;

    /// <summary>Whether it is the calling thread.</summary>
    public bool IsHeldHere => Volatile.Read(ref _writer) == Environment.CurrentManagedThreadId;

    /// <summary>An arena whose calls read the parameters; it is forgotten when nothing else holds it.</summary>
    public void Add(Workspace reader)
    {
        lock (_adding)
            _readers = [.. Array.FindAll(_readers, known => known.TryGetTarget(out _)), new(reader)];
    }

    /// <summary>Takes the parameters for writing; the thread that has them may take them again.</summary>
    /// <exception cref="InvalidOperationException">Another thread reads or writes them.</exception>
    public void Enter()
    {
        int thread = Environment.CurrentManagedThreadId;
        int writer = Interlocked.CompareExchange(ref _writer, thread, 0);
        if (writer != 0 && writer != thread)
            throw InUse();
        if (_depth == 0)
        {
            foreach (WeakReference<Workspace> known in Volatile.Read(ref _readers))
            {
                if (!known.TryGetTarget(out Workspace? reader) || reader.Owner == 0 || reader.Owner == thread)
                    continue;
                Volatile.Write(ref _writer, 0);
                throw InUse();
            }
        }

        _depth++;
    }

    /// <summary>Gives them back.</summary>
    public void Exit()
    {
        if (--_depth == 0)
            Volatile.Write(ref _writer, 0);
    }

    private static InvalidOperationException InUse() => new(
        "These parameters are in use by another thread, and this call writes them: call it while no other thread predicts, trains or loads with "
        + "them, or train a network of its own and copy the values.");
}
