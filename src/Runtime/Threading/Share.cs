using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace StaticNet.Threading;

/// <summary>
/// What one thread of a team does of each step: the same part of its outermost loop. All of it where one thread works alone, which is the default value.
/// </summary>
/// <remarks>Used by generated code.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct Share
{
    private readonly Team? _team;
    private readonly int _parts;

    internal Share(Team team, int part, int parts) => (_team, Part, _parts) = (team, part, parts);

    /// <summary>Which of the threads this is, from 0 on.</summary>
    public int Part { get; }

    /// <summary>Whether this is the thread that does what cannot be divided.</summary>
    public bool IsFirst => Part == 0;

    /// <summary>The first of <paramref name="count"/> turns of a loop that this thread takes.</summary>
    /// <param name="count">All turns.</param>
    /// <param name="unit">As many as belong together; parts begin at multiples of it.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int From(int count, int unit = 1) => Part == 0 ? 0 : Bound(Part, count, unit);

    /// <summary>The end of the turns that this thread takes, where the next one's begin.</summary>
    /// <param name="count">All turns.</param>
    /// <param name="unit">As many as belong together.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int To(int count, int unit = 1) => _parts <= 1 ? count : Bound(Part + 1, count, unit);

    /// <summary>Waits until all threads have come so far: what any of them wrote before, all see behind it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Wait() => _team?.Wait(_parts);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private int Bound(int part, int count, int unit) => (int)Math.Min(count, ((long)count + unit - 1) / unit * part / _parts * unit);
}
