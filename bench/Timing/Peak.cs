using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using StaticNet.Numerics;

namespace Timing;

/// <summary>The most multiply-adds that one core can do: independent chains in registers, no memory.</summary>
internal static class Peak
{
    // 12 chains cover a latency of 4 cycles on 2 units, and leave 4 of 16 registers.
    private const int Chains = 12;
    private const int Loops = 20_000;

    /// <summary>Each width that this CPU has, as a case to measure.</summary>
    public static IEnumerable<Case> Cases()
    {
        if (Vector512.IsHardwareAccelerated)
            yield return Of<Simd512, Vector512<float>>();
        if (Vector256.IsHardwareAccelerated)
            yield return Of<Simd256, Vector256<float>>();
        yield return Of<Simd128, Vector128<float>>();
    }

    private static Case Of<S, V>()
        where S : struct, ISimd<V>
        where V : struct =>
        new($"multiply-add, {32 * S.Width} bits", "registers", 2d * Chains * S.Width * Loops, Run<S, V>);

    // c ← c·x + y stays near y/(1 − x): neither denormal nor infinite.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static float Run<S, V>()
        where S : struct, ISimd<V>
        where V : struct
    {
        V x = S.Splat(0.999f), y = S.Splat(0.001f);
        V c0 = x, c1 = y, c2 = x, c3 = y, c4 = x, c5 = y, c6 = x, c7 = y, c8 = x, c9 = y, c10 = x, c11 = y;
        for (int i = 0; i < Loops; i++)
        {
            c0 = S.FusedMultiplyAdd(c0, x, y);
            c1 = S.FusedMultiplyAdd(c1, x, y);
            c2 = S.FusedMultiplyAdd(c2, x, y);
            c3 = S.FusedMultiplyAdd(c3, x, y);
            c4 = S.FusedMultiplyAdd(c4, x, y);
            c5 = S.FusedMultiplyAdd(c5, x, y);
            c6 = S.FusedMultiplyAdd(c6, x, y);
            c7 = S.FusedMultiplyAdd(c7, x, y);
            c8 = S.FusedMultiplyAdd(c8, x, y);
            c9 = S.FusedMultiplyAdd(c9, x, y);
            c10 = S.FusedMultiplyAdd(c10, x, y);
            c11 = S.FusedMultiplyAdd(c11, x, y);
        }

        V sum = S.Add(S.Add(S.Add(c0, c1), S.Add(c2, c3)), S.Add(S.Add(c4, c5), S.Add(c6, c7)));
        return S.Sum(S.Add(sum, S.Add(S.Add(c8, c9), S.Add(c10, c11))));
    }
}
