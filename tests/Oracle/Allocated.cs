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
            bytes += ByOne(call);
        return bytes;
    }

    private static long ByOne(Action call)
    {
        for (int attempt = 1; ; attempt++)
        {
            int collections = GC.CollectionCount(0);
            long before = GC.GetAllocatedBytesForCurrentThread();
            call();
            long bytes = GC.GetAllocatedBytesForCurrentThread() - before;
            if (GC.CollectionCount(0) == collections || attempt == Attempts)
                return bytes;
        }
    }
}
