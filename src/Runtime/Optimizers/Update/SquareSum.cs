using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using StaticNet.Numerics;

namespace StaticNet;

/// <summary>
/// Sums of squares over segments, for norms. Sixteen sums run side by side whatever the width of a vector is, and join in a fixed order, so
/// that all widths give the same bits.
/// </summary>
internal static class SquareSum
{
    // So many floats are summed in single precision before their sum is added in double: 128 in each of the 16 sums.
    private const int Chunk = 2048;

    [InlineArray(Segment.Multiple)]
    private struct Lanes
    {
        private float _first;

        [UnscopedRef]
        public ref float First => ref this[0];

        public double Total
        {
            get
            {
                double total = 0;
                foreach (float lane in this)
                    total += lane;
                return total;
            }
        }
    }

    /// <summary><c>√Σg²</c> over all trainable segments: finite if every gradient is, and not if one is not.</summary>
    public static double NormOf(ref readonly float gradients, ReadOnlySpan<Segment> segments)
    {
        double sum = 0;
        foreach (ref readonly Segment segment in segments)
        {
            if (!segment.Trainable)
                continue;
            double squares = Of(in gradients, segment.Start, segment.End);
            sum += double.IsFinite(squares) ? squares : Exactly(in gradients, segment.Start, segment.End);
        }
        return Math.Sqrt(sum);
    }

    private static double Of(ref readonly float x, nint start, nint end) =>
        Vector512.IsHardwareAccelerated ? Of<Simd512, Vector512<float>>(in x, start, end)
        : Vector256.IsHardwareAccelerated ? Of<Simd256, Vector256<float>>(in x, start, end)
        : Of<Simd128, Vector128<float>>(in x, start, end);

    /// <summary><c>Σx²</c> over a multiple of 16 floats.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static double Of<S, V>(ref readonly float x, nint start, nint end)
        where S : struct, ISimd<V>
        where V : struct
    {
        double total = 0;
        Lanes lanes = default;
        for (nint chunk = start; chunk < end; chunk += Chunk)
        {
            nint stop = Math.Min(chunk + Chunk, end);
            for (nint lane = 0; lane < Segment.Multiple; lane += S.Width)
            {
                V sum = S.Zero;
                for (nint i = chunk + lane; i < stop; i += Segment.Multiple)
                {
                    V value = S.Load(in x, i);
                    sum = S.FusedMultiplyAdd(value, value, sum);
                }
                S.Store(sum, ref lanes.First, lane);
            }
            total += lanes.Total;
        }
        return total;
    }

    /// <summary>The first walk of a rule with norms: the slots move, the parameter stays. Returns <c>Σw²</c> and <c>Σu²</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static (double Parameter, double Direction) Measure<TRule, S, V>(
        TRule rule, ref readonly float parameters, ref readonly float gradients, SlotReferences slots, nint start, nint end)
        where TRule : struct, IUpdateRule<TRule>
        where S : struct, ISimd<V>
        where V : struct
    {
        ref float slot0 = ref slots.Slot0, slot1 = ref slots.Slot1, slot2 = ref slots.Slot2, slot3 = ref slots.Slot3;
        double parameterTotal = 0, directionTotal = 0;
        Lanes parameterLanes = default, directionLanes = default;
        for (nint chunk = start; chunk < end; chunk += Chunk)
        {
            nint stop = Math.Min(chunk + Chunk, end);
            for (nint lane = 0; lane < Segment.Multiple; lane += S.Width)
            {
                V parameterSum = S.Zero, directionSum = S.Zero;
                for (nint i = chunk + lane; i < stop; i += Segment.Multiple)
                {
                    V s0 = TRule.Slots > 0 ? S.Load(in slot0, i) : S.Zero;
                    V s1 = TRule.Slots > 1 ? S.Load(in slot1, i) : S.Zero;
                    V s2 = TRule.Slots > 2 ? S.Load(in slot2, i) : S.Zero;
                    V s3 = TRule.Slots > 3 ? S.Load(in slot3, i) : S.Zero;
                    V w = S.Load(in parameters, i);
                    V u = TRule.Update<S, V>(in rule, w, S.Load(in gradients, i), ref s0, ref s1, ref s2, ref s3);
                    parameterSum = S.FusedMultiplyAdd(w, w, parameterSum);
                    directionSum = S.FusedMultiplyAdd(u, u, directionSum);
                    if (TRule.Slots > 0)
                        S.Store(s0, ref slot0, i);
                    if (TRule.Slots > 1)
                        S.Store(s1, ref slot1, i);
                    if (TRule.Slots > 2)
                        S.Store(s2, ref slot2, i);
                    if (TRule.Slots > 3)
                        S.Store(s3, ref slot3, i);
                }
                S.Store(parameterSum, ref parameterLanes.First, lane);
                S.Store(directionSum, ref directionLanes.First, lane);
            }
            parameterTotal += parameterLanes.Total;
            directionTotal += directionLanes.Total;
        }
        return (parameterTotal, directionTotal);
    }

    // The square of a float may overflow in single precision, never in double.
    private static double Exactly(ref readonly float x, nint start, nint end)
    {
        double sum = 0;
        for (nint i = start; i < end; i++)
        {
            double value = Unsafe.Add(ref Unsafe.AsRef(in x), i);
            sum += value * value;
        }
        return sum;
    }
}
