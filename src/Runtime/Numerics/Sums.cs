using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace StaticNet.Numerics;

/// <summary>Sums of products that are made in several passes.</summary>
/// <remarks>Called by generated code.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Sums
{
    /// <summary>Writes a vector, added to what is there if <paramref name="adds"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store<S, V>(V value, ref float target, nint offset, bool adds)
        where S : struct, ISimd<V>
        where V : struct => S.Store(adds ? S.Add(S.Load(in target, offset), value) : value, ref target, offset);

    /// <summary>Writes two vectors side by side.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store<S, V>(V a, V b, ref float target, nint offset, bool adds)
        where S : struct, ISimd<V>
        where V : struct
    {
        Store<S, V>(a, ref target, offset, adds);
        Store<S, V>(b, ref target, offset + S.Width, adds);
    }

    /// <summary>Writes three vectors side by side.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store<S, V>(V a, V b, V c, ref float target, nint offset, bool adds)
        where S : struct, ISimd<V>
        where V : struct
    {
        Store<S, V>(a, b, ref target, offset, adds);
        Store<S, V>(c, ref target, offset + 2 * S.Width, adds);
    }

    /// <summary>Writes four vectors side by side.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store<S, V>(V a, V b, V c, V d, ref float target, nint offset, bool adds)
        where S : struct, ISimd<V>
        where V : struct
    {
        Store<S, V>(a, b, ref target, offset, adds);
        Store<S, V>(c, d, ref target, offset + 2 * S.Width, adds);
    }
}
