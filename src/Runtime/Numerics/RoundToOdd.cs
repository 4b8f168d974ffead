using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace StaticNet.Numerics;

/// <summary>
/// The fused multiply-add of processors that have none: in double precision, where the product of two floats is exact, and the sum is rounded
/// to odd, so that rounding it again to a float gives what one rounding would (Boldo and Melquiond, 2008).
/// </summary>
internal static class RoundToOdd
{
    private const MethodImplOptions Inline = MethodImplOptions.AggressiveInlining;

    private const int SignBit = 63;

    public static Vector128<float> FusedMultiplyAdd(Vector128<float> a, Vector128<float> b, Vector128<float> c)
    {
        (Vector128<double> a0, Vector128<double> a1) = Vector128.Widen(a);
        (Vector128<double> b0, Vector128<double> b1) = Vector128.Widen(b);
        (Vector128<double> c0, Vector128<double> c1) = Vector128.Widen(c);
        return Vector128.Narrow(Sum(a0 * b0, c0), Sum(a1 * b1, c1));
    }

    // s = fl(p + c),  e = p + c − s exactly (Knuth's two-sum)
    // Truncated towards zero s is one unit less where e points there; the last bit is set where anything is lost.
    [MethodImpl(Inline)]
    private static Vector128<double> Sum(Vector128<double> p, Vector128<double> c)
    {
        Vector128<double> s = p + c;
        Vector128<double> t = s - p;
        Vector128<double> e = (p - (s - t)) + (c - t);
        Vector128<long> lost = Vector128.GreaterThan(Vector128.Abs(e), Vector128<double>.Zero).AsInt64(); // false for the NaN beside ∞
        Vector128<long> down = Vector128.ShiftRightLogical((s.AsInt64() ^ e.AsInt64()), SignBit);
        return ((s.AsInt64() - (down & lost)) | (lost & Vector128<long>.One)).AsDouble();
    }
}
