using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using StaticNet.Numerics;

namespace StaticNet;

/// <summary>The loops over weights and their moving average.</summary>
internal static class MovingAverage
{
    /// <summary><c>a ← a + s·(w − a)</c>: a constant weight is its own average, whatever the rounding of s.</summary>
    public static void Move(ref readonly float weights, ref float average, nint length, float share)
    {
        if (Vector512.IsHardwareAccelerated)
            Move<Simd512, Vector512<float>>(in weights, ref average, length, share);
        else if (Vector256.IsHardwareAccelerated)
            Move<Simd256, Vector256<float>>(in weights, ref average, length, share);
        else
            Move<Simd128, Vector128<float>>(in weights, ref average, length, share);
    }

    /// <summary>The weights become the average, and the average the weights.</summary>
    public static void Swap(ref float weights, ref float average, nint length)
    {
        for (nint i = 0; i < length; i += Simd128.Width)
        {
            Vector128<float> weight = Simd128.Load(in weights, i);
            Simd128.Store(Simd128.Load(in average, i), ref weights, i);
            Simd128.Store(weight, ref average, i);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Move<S, V>(ref readonly float weights, ref float average, nint length, float share)
        where S : struct, ISimd<V>
        where V : struct
    {
        for (nint i = 0; i < length; i += S.Width)
        {
            V old = S.Load(in average, i);
            S.Store(S.FusedMultiplyAdd(S.Splat(share), S.Subtract(S.Load(in weights, i), old), old), ref average, i);
        }
    }
}
