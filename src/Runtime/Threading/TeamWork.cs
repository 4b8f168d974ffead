using System.ComponentModel;

namespace StaticNet.Threading;

/// <summary>What the threads of a team do together: each runs it once, with its share.</summary>
/// <remarks>Implemented by generated code. It holds what the threads need, since a reference cannot cross from one to another.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class TeamWork
{
    // Operations that are worth the tenth of a millisecond until a sleeping thread is awake.
    private const long Long = 64_000_000;

    /// <summary>Runs it on the calling thread and on up to <paramref name="threads"/> − 1 others, as far as they are free; allocates nothing but at the first call.</summary>
    /// <param name="threads">The most threads.</param>
    /// <param name="flops">The operations that there are to do.</param>
    /// <param name="least">From how many on it is worth it to wait for each other after each step and to read what the others wrote.</param>
    public void RunOn(int threads, long flops, long least)
    {
        if (threads > 1 && flops >= least)
            Team.Run(this, threads, waits: flops >= Long);
        else
            Run(default);
    }

    /// <summary>The part of the calling thread. Threads that wait for each other do so equally often.</summary>
    protected abstract void Run(Share share);

    /// <summary>The part of the calling thread, for its team.</summary>
    internal void Do(Share share) => Run(share);
}
