using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace StaticNet.Numerics;

/// <summary>Copies whose neighbours in the source are far apart in the target, and the other way round: <c>target[j, i] = source[i, j]</c>.</summary>
/// <remarks>Offsets and counts are not checked: emitted code passes constants of its plan.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Transposition
{
    /// <summary>The rows of a block in the source.</summary>
    public const int Rows = 8;

    /// <summary>The columns of a block in the source: a line of a cache.</summary>
    public const int Columns = 16;

    /// <summary>Turns a block of <see cref="Rows"/> × <see cref="Columns"/>.</summary>
    /// <param name="source">The reference that <paramref name="from"/> counts from.</param>
    /// <param name="from">Where the first element lies.</param>
    /// <param name="sourcePitch">Floats from a row to the next in the source.</param>
    /// <param name="target">The reference that <paramref name="to"/> counts from.</param>
    /// <param name="to">Where the first element goes.</param>
    /// <param name="targetPitch">Floats from a row to the next in the target.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Block(ref readonly float source, nint from, nint sourcePitch, ref float target, nint to, nint targetPitch)
    {
        ref float x = ref Unsafe.Add(ref Unsafe.AsRef(in source), from), y = ref Unsafe.Add(ref target, to);
        if (Avx.IsSupported)
        {
            Square(ref x, sourcePitch, ref y, targetPitch);
            Square(ref Unsafe.Add(ref x, 8), sourcePitch, ref Unsafe.Add(ref y, 8 * targetPitch), targetPitch);
            return;
        }

        for (nint j = 0; j < Columns; j++)
        {
            for (nint i = 0; i < Rows; i++)
                Unsafe.Add(ref y, (j * targetPitch) + i) = Unsafe.Add(ref x, (i * sourcePitch) + j);
        }
    }

    // 8 × 8: rows i and i + 4 share a vector, so that what is left is two turns of 4 × 4, in both halves at once.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Square(ref float x, nint sourcePitch, ref float y, nint targetPitch)
    {
        Half(ref x, sourcePitch, ref y, targetPitch);
        Half(ref Unsafe.Add(ref x, 4), sourcePitch, ref Unsafe.Add(ref y, 4 * targetPitch), targetPitch);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Half(ref float x, nint sourcePitch, ref float y, nint targetPitch)
    {
        Vector256<float> a = Pair(ref x, 0, sourcePitch), b = Pair(ref x, 1, sourcePitch), c = Pair(ref x, 2, sourcePitch), d = Pair(ref x, 3, sourcePitch);
        Vector256<float> ab = Avx.UnpackLow(a, b), cd = Avx.UnpackLow(c, d);
        Avx.Shuffle(ab, cd, 0b01_00_01_00).StoreUnsafe(ref y);
        Avx.Shuffle(ab, cd, 0b11_10_11_10).StoreUnsafe(ref Unsafe.Add(ref y, targetPitch));
        (ab, cd) = (Avx.UnpackHigh(a, b), Avx.UnpackHigh(c, d));
        Avx.Shuffle(ab, cd, 0b01_00_01_00).StoreUnsafe(ref Unsafe.Add(ref y, 2 * targetPitch));
        Avx.Shuffle(ab, cd, 0b11_10_11_10).StoreUnsafe(ref Unsafe.Add(ref y, 3 * targetPitch));
    }

    // Four elements of a row, and of the one four below it.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Pair(ref float x, nint row, nint pitch) => Vector256.Create(
        Vector128.LoadUnsafe(ref Unsafe.Add(ref x, row * pitch)), Vector128.LoadUnsafe(ref Unsafe.Add(ref x, (row + 4) * pitch)));
}
