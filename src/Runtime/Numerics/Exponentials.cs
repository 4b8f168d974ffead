using System.Runtime.CompilerServices;

namespace StaticNet.Numerics;

/// <summary>
/// Functions of <c>eˣ</c>. With <c>n = round(x / ln 2)</c> and <c>r = x − n·ln 2</c>, <c>|r| ≤ ½·ln 2</c>:
/// <c>eˣ = 2ⁿ·eʳ</c> and <c>eʳ − 1 = p(r)</c>, a polynomial.
/// </summary>
internal static class Exponentials
{
    private const MethodImplOptions Inline = MethodImplOptions.AggressiveInlining;

    private const float Log2E = 1.44269504f;

    // ln 2 = high + low. The high part has 10 bits, so n·high is exact for every n here, and so is x − n·high, fused or not.
    private const float MinusLn2High = -0.693359375f;
    private const float MinusLn2Low = 2.12194440e-4f;

    // eˣ of this and of all below rounds to 0, and of this and of all above to ∞; the clamp keeps n within ±150.
    private const float ExpLow = -104f;
    private const float ExpHigh = 89f;

    // eˣ − 1 of this and of all below rounds to −1.
    private const float Expm1Low = -18f;

    // eˣ − 1 rounds to x up to here; half of a denormal and the sign of −0 would be lost.
    private const float Expm1Tiny = 2.98023224e-8f; // 2⁻²⁵

    // tanh of this and of all above rounds to 1.
    private const float TanhHigh = 9.02f;

    // eˣ = 2ⁿ·(1 + p(r))
    [MethodImpl(Inline)]
    public static V Exp<S, V>(V x)
        where S : struct, ISimd<V>
        where V : struct =>
        ExpOfClamped<S, V>(S.Min(S.Splat(ExpHigh), S.Max(S.Splat(ExpLow), x)));

    // eˣ − 1 = 2·(2ⁿ⁻¹·p(r) + (2ⁿ⁻¹ − ½)): half of the result is computed because 2ⁿ itself overflows at n = 128.
    [MethodImpl(Inline)]
    public static V Expm1<S, V>(V x)
        where S : struct, ISimd<V>
        where V : struct
    {
        V p = Reduce<S, V>(S.Min(S.Splat(ExpHigh), S.Max(S.Splat(Expm1Low), x)), out V rounded);
        V scale = PowersOfTwo.Of<S, V>(rounded, -1);
        V half = S.FusedMultiplyAdd(scale, p, S.Subtract(scale, S.Splat(0.5f)));
        return S.SelectGreater(S.Abs(x), S.Splat(Expm1Tiny), S.Add(half, half), x);
    }

    // tanh |x| = (e²ᵃ − 1) / (e²ᵃ + 1) = (s·p + (s − 1)) / (s·p + (s + 1)),  a = |x|, s = 2ⁿ
    [MethodImpl(Inline)]
    public static V Tanh<S, V>(V x)
        where S : struct, ISimd<V>
        where V : struct
    {
        V a = S.Min(S.Splat(TanhHigh), S.Abs(x));
        V p = Reduce<S, V>(S.Add(a, a), out V rounded);
        V scale = PowersOfTwo.Of<S, V>(rounded, 0);
        V minus = S.FusedMultiplyAdd(scale, p, S.Subtract(scale, S.Splat(1f)));
        V plus = S.FusedMultiplyAdd(scale, p, S.Add(scale, S.Splat(1f)));
        return S.Or(S.Divide(minus, plus), S.And(x, S.Splat(-0f))); // the sign that |x| dropped
    }

    // σ(x) = 1 / (1 + e) for x > 0, e / (1 + e) otherwise,  e = e⁻|ˣ|
    [MethodImpl(Inline)]
    public static V Sigmoid<S, V>(V x)
        where S : struct, ISimd<V>
        where V : struct
    {
        V one = S.Splat(1f);
        V e = ExpOfNegative<S, V>(S.Negate(S.Abs(x)));
        return S.Divide(S.SelectGreater(x, S.Zero, one, e), S.Add(one, e));
    }

    /// <summary><c>eˣ</c> for <c>x ≤ 0</c> or NaN.</summary>
    [MethodImpl(Inline)]
    public static V ExpOfNegative<S, V>(V x)
        where S : struct, ISimd<V>
        where V : struct => ExpOfClamped<S, V>(S.Max(S.Splat(ExpLow), x));

    [MethodImpl(Inline)]
    private static V ExpOfClamped<S, V>(V x)
        where S : struct, ISimd<V>
        where V : struct
    {
        V p = Reduce<S, V>(x, out V rounded);
        return S.Scale(S.Add(p, S.Splat(1f)), rounded);
    }

    /// <summary>
    /// <c>p(r) = eʳ − 1 = r + r²·q(r)</c>; <c>q</c> is the minimax polynomial of the relative error, rounded to float: 1.4e-8 for
    /// <c>|r| ≤ 0.3466</c>. The low bits of <paramref name="rounded"/> hold <c>n</c>.
    /// </summary>
    [MethodImpl(Inline)]
    public static V Reduce<S, V>(V x, out V rounded)
        where S : struct, ISimd<V>
        where V : struct
    {
        rounded = S.FusedMultiplyAdd(x, S.Splat(Log2E), S.Splat(PowersOfTwo.Rounder));
        V n = S.Subtract(rounded, S.Splat(PowersOfTwo.Rounder));
        V r = S.FusedMultiplyAdd(n, S.Splat(MinusLn2High), x);
        r = S.FusedMultiplyAdd(n, S.Splat(MinusLn2Low), r);

        V q = S.Splat(0.00139016274f);
        q = S.FusedMultiplyAdd(q, r, S.Splat(0.00836610794f));
        q = S.FusedMultiplyAdd(q, r, S.Splat(0.0416668169f));
        q = S.FusedMultiplyAdd(q, r, S.Splat(0.16666548f));
        q = S.FusedMultiplyAdd(q, r, S.Splat(0.5f));
        return S.FusedMultiplyAdd(S.Multiply(r, r), q, r);
    }
}
