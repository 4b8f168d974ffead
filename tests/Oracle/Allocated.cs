namespace StaticNet.Oracle;

/// <summary>The bytes that this thread allocates, exactly.</summary>
public static class Allocated
{
    // A call that meets a collection each time allocates itself.
    private const int Attempts = 1000;

    /// <summary>
    /// The bytes of all calls together. A collection, whoever caused it, counts what is left of the thread's allocation buffer, up to 8 kB, as
    /// allocated: a call during which one ran is made again.
    /// </summary>
    public static long By(Action call, int repetitions = 1)
    {
        long bytes = 0;
        for (int i = 0; i < repetitions; i++)
            bytes += By(() => call, one => one()).Bytes;
        return bytes;
    }

    /// <summary>What was made, and the bytes of a call with it, counted likewise.</summary>
    public static (T Made, long Bytes) By<T>(Func<T> make, Action<T> call)
    {
        for (int attempt = 1; ; attempt++)
        {
            T made = make();
            (int Collections, long Bytes) start = Now();
            call(made);
            if (Since(start) is { } bytes)
                return (made, bytes);
            if (attempt == Attempts)
                return (made, GC.GetAllocatedBytesForCurrentThread() - start.Bytes);
        }
    }

    /// <summary>Where the count stands now, for <see cref="Since"/>.</summary>
    public static (int Collections, long Bytes) Now() => (GC.CollectionCount(0), GC.GetAllocatedBytesForCurrentThread());

    /// <summary>The bytes since then, or nothing if a collection ran meanwhile.</summary>
    public static long? Since((int Collections, long Bytes) start)
    {
        long bytes = GC.GetAllocatedBytesForCurrentThread() - start.Bytes;
        return GC.CollectionCount(0) == start.Collections ? bytes : null;
    }
}
