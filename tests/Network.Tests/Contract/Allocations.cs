using StaticNet.Oracle;

namespace StaticNet.Network.Tests.Contract;

/// <summary>The bytes that this thread allocates.</summary>
internal static class Allocations
{
    // The first calls compile, run static constructors and fill caches.
    private const int WarmUp = 3;

    public static void AreNone(int repetitions, Action call)
    {
        for (int i = 0; i < WarmUp; i++)
            call();
        Assert.Equal(0, Allocated.By(call, repetitions));
    }
}
