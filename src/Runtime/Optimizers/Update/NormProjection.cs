using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using StaticNet.Numerics;

namespace StaticNet;

/// <summary>
/// Bounds the norm of each unit's weights, <c>W[u,…] ← W[u,…]·c/(‖W[u,…]‖ + 10⁻⁷)</c> where the norm is above c, as PyTorch's <c>renorm</c> does.
/// </summary>
internal static class NormProjection
{
    private const float Epsilon = 1e-7f;

    /// <summary>Projects one tensor; one without units, of rank 0 or 1, is left alone.</summary>
    public static void Project(ref float origin, ParameterEntry entry, float limit)
    {
        if (entry.Shape.Length < 2)
            return;
        ref float tensor = ref Unsafe.Add(ref origin, entry.Offset);
        if (!UnitsAreLanes(entry))
            ProjectEach(ref tensor, entry, limit);
        else if (Vector512.IsHardwareAccelerated)
            Project<Simd512, Vector512<float>>(ref tensor, entry, limit);
        else if (Vector256.IsHardwareAccelerated)
            Project<Simd256, Vector256<float>>(ref tensor, entry, limit);
        else
            Project<Simd128, Vector128<float>>(ref tensor, entry, limit);
    }

    // Sixteen units lie side by side, with padding behind the last, wherever the other axes go: then a vector is of so many units.
    private static bool UnitsAreLanes(ParameterEntry entry)
    {
        TensorLayout layout = entry.Layout;
        if (layout.Stride(0) != 1 || (layout.IsBlocked(0) && (layout.Block % Segment.Multiple != 0 || layout.BlockStride % Segment.Multiple != 0)))
            return false;
        for (int axis = 1; axis < layout.Rank; axis++)
        {
            if (layout.Stride(axis) % Segment.Multiple != 0 || (layout.IsBlocked(axis) && layout.BlockStride % Segment.Multiple != 0))
                return false;
        }
        return true;
    }

    internal static void Project<S, V>(ref float tensor, ParameterEntry entry, float limit)
        where S : struct, ISimd<V>
        where V : struct
    {
        V bound = S.Splat(limit);
        for (int unit = 0; unit < entry.Shape[0]; unit += S.Width)
        {
            int offset = entry.Layout.At(0, unit);
            V norm = S.Sqrt(Squares<S, V>(in tensor, entry, 1, offset, S.Zero));
            V factor = S.SelectGreater(norm, bound, S.Divide(bound, S.Add(norm, S.Splat(Epsilon))), S.Splat(1));
            if (S.MaxAcross(norm) > limit)
                Scale<S, V>(ref tensor, entry, 1, offset, factor);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static V Squares<S, V>(ref readonly float tensor, ParameterEntry entry, int axis, int offset, V sum)
        where S : struct, ISimd<V>
        where V : struct
    {
        TensorLayout layout = entry.Layout;
        int extent = entry.Shape[axis];
        bool last = axis == layout.Rank - 1;
        for (int i = 0; i < extent; i++)
        {
            int at = offset + layout.At(axis, i);
            if (!last)
            {
                sum = Squares<S, V>(in tensor, entry, axis + 1, at, sum);
                continue;
            }
            V value = S.Load(in tensor, at);
            sum = S.FusedMultiplyAdd(value, value, sum);
        }
        return sum;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Scale<S, V>(ref float tensor, ParameterEntry entry, int axis, int offset, V factor)
        where S : struct, ISimd<V>
        where V : struct
    {
        TensorLayout layout = entry.Layout;
        int extent = entry.Shape[axis];
        bool last = axis == layout.Rank - 1;
        for (int i = 0; i < extent; i++)
        {
            int at = offset + layout.At(axis, i);
            if (last)
                S.Store(S.Multiply(factor, S.Load(in tensor, at)), ref tensor, at);
            else
                Scale<S, V>(ref tensor, entry, axis + 1, at, factor);
        }
    }

    // Any layout, a unit at a time.
    private static void ProjectEach(ref float tensor, ParameterEntry entry, float limit)
    {
        for (int unit = 0; unit < entry.Shape[0]; unit++)
        {
            int offset = entry.Layout.At(0, unit);
            float norm = (float)Math.Sqrt(SquaresOf(in tensor, entry, 1, offset));
            if (norm > limit)
                ScaleBy(limit / (norm + Epsilon), ref tensor, entry, 1, offset);
        }
    }

    private static double SquaresOf(ref readonly float tensor, ParameterEntry entry, int axis, int offset)
    {
        if (axis == entry.Layout.Rank)
            return (double)Unsafe.Add(ref Unsafe.AsRef(in tensor), offset) * Unsafe.Add(ref Unsafe.AsRef(in tensor), offset);
        double sum = 0;
        for (int i = 0; i < entry.Shape[axis]; i++)
            sum += SquaresOf(in tensor, entry, axis + 1, offset + entry.Layout.At(axis, i));
        return sum;
    }

    private static void ScaleBy(float factor, ref float tensor, ParameterEntry entry, int axis, int offset)
    {
        if (axis == entry.Layout.Rank)
        {
            Unsafe.Add(ref tensor, offset) *= factor;
            return;
        }
        for (int i = 0; i < entry.Shape[axis]; i++)
            ScaleBy(factor, ref tensor, entry, axis + 1, offset + entry.Layout.At(axis, i));
    }
}
