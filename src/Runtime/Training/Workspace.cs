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
    private int _owner;
    private ParameterStore? _parameters;

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

    /// <summary>The managed thread that uses the arena; 0 if none does.</summary>
    internal int Owner => Volatile.Read(ref _owner);

    /// <summary>Says whose values the calls that use this arena read.</summary>
    internal void Read(ParameterStore parameters) => _parameters = parameters;

    /// <summary>Takes the arena for the calling thread.</summary>
    /// <exception cref="InvalidOperationException">Another call uses it, or another thread writes the parameters.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Enter()
    {
        if (Interlocked.CompareExchange(ref _owner, Environment.CurrentManagedThreadId, 0) != 0)
            ThrowBusy();
        if (_parameters is { IsWritten: true })
            Refuse();
    }

    /// <summary>Gives the arena back.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Exit() => Volatile.Write(ref _owner, 0);

    // The thread that writes may also read: its calls come one after the other.
    private void Refuse()
    {
        if (_parameters!.IsWrittenHere)
            return;
        Exit();
        throw new InvalidOperationException(
            "These parameters are being written by another thread, in a training step or while they are loaded: call this before or after that, "
            + "or give the thread that writes a network of its own.");
    }

    private static void ThrowBusy() => throw new InvalidOperationException(
        "This instance is in use by another thread, and one instance serves one thread at a time: give each thread its own network or trainer.");
}
