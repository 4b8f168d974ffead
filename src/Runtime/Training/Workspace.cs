using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using StaticNet.Storage;

namespace StaticNet;

/// <summary>The arena of a network or trainer: one pinned array, aligned to a cache line, used by one thread at a time.</summary>
/// <remarks>Made by generated code.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class Workspace
{
    private readonly int _base;
    private int _busy;

    /// <param name="floats">The floats that the compiler planned.</param>
    public Workspace(int floats)
    {
        Values = AlignedArray.Allocate(floats, out _base);
        Floats = floats;
    }

    /// <summary>The floats that the compiler planned.</summary>
    public int Floats { get; }

    /// <summary>The first aligned float.</summary>
    public ref float Origin => ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(Values), _base);

    internal float[] Values { get; }

    internal int Base => _base;

    /// <summary>Takes the arena for the calling thread.</summary>
    /// <exception cref="InvalidOperationException">Another call uses it.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Enter()
    {
        if (Interlocked.Exchange(ref _busy, 1) != 0)
            ThrowBusy();
    }

    /// <summary>Gives the arena back.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Exit() => Volatile.Write(ref _busy, 0);

    private static void ThrowBusy() => throw new InvalidOperationException(
        "This instance is in use by another thread, and one instance serves one thread at a time: give each thread its own network or trainer.");
}
