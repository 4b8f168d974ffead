namespace StaticNet.Network.Tests.Contract;

/// <summary>The bytes that this thread allocates.</summary>
internal static class Allocations
{
    // The first calls compile, run static constructors and fill caches.
    private const int WarmUp = 3;

    // What a call allocates shows in every round; in one of them the runtime itself may compile a method anew on this thread.
    private const int Rounds = 3;

    public static void AreNone(int repetitions, Action call)
    {
        for (int i = 0; i < WarmUp; i++)
            call();
        Assert.Equal(0, Enumerable.Range(0, Rounds).Select(_ => Bytes(repetitions, call)).Min());
    }

    private static long Bytes(int repetitions, Action call)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < repetitions; i++)
            call();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
