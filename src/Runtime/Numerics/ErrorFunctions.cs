using System.Runtime.CompilerServices;

namespace StaticNet.Numerics;

/// <summary>
/// The error function and the normal distribution. <c>erfc t = e⁻ᴸ</c> with <c>L(t) = t + t·(t + ρ(t))</c> for <c>t ≥ 0</c>, where <c>ρ</c> is so
/// flat that one polynomial serves the whole range, and <c>1 − e⁻ᴸ</c> keeps its relative accuracy down to 0.
/// </summary>
internal static class ErrorFunctions
{
    private const MethodImplOptions Inline = MethodImplOptions.AggressiveInlining;

    private const float SquareRootOfHalf = 0.707106781f;

    // The end of ρ's range; erf of this and of all above rounds to 1.
    private const float End = 3.93f;

    // erf |x| = 1 − e⁻ᴸ = (1 − s) − s·p,  s = 2ⁿ
    [MethodImpl(Inline)]
    public static V Erf<S, V>(V x)
        where S : struct, ISimd<V>
        where V : struct
    {
        V t = S.Min(S.Splat(End), S.Abs(x));
        V p = Exponentials.Reduce<S, V>(S.Negate(MinusLogErfc<S, V>(t, t)), out V rounded);
        V scale = PowersOfTwo.Of<S, V>(rounded, 0);
        V y = S.FusedMultiplyAdd(S.Negate(scale), p, S.Subtract(S.Splat(1f), scale));
        return S.Or(y, S.And(x, S.Splat(-0f))); // the sign that |x| dropped
    }

    // Φ(−|x|) = ½·e⁻ᴸ at t = |x|/√2,   Φ(|x|) = 1 − Φ(−|x|). Beyond its range ρ stands still, and t² takes the tail down to 0.
    [MethodImpl(Inline)]
    public static V NormalCdf<S, V>(V x)
        where S : struct, ISimd<V>
        where V : struct
    {
        V t = S.Multiply(S.Splat(SquareRootOfHalf), S.Abs(x));
        V logarithm = MinusLogErfc<S, V>(t, S.Min(S.Splat(End), t));
        V tail = S.Multiply(S.Splat(0.5f), Exponentials.ExpOfNegative<S, V>(S.Negate(logarithm)));
        return S.SelectGreater(x, S.Zero, S.Subtract(S.Splat(1f), tail), tail);
    }

    // L(t) = −ln erfc t. ρ is the minimax polynomial of what it does to the relative error of erf, rounded to float: 3.5e-8 for t ≤ 3.93.
    [MethodImpl(Inline)]
    private static V MinusLogErfc<S, V>(V t, V clamped)
        where S : struct, ISimd<V>
        where V : struct
    {
        V rho = S.Splat(4.07007169e-5f);
        rho = S.FusedMultiplyAdd(rho, clamped, S.Splat(-0.000380946355f));
        rho = S.FusedMultiplyAdd(rho, clamped, S.Splat(0.00125158846f));
        rho = S.FusedMultiplyAdd(rho, clamped, S.Splat(0.000205942487f));
        rho = S.FusedMultiplyAdd(rho, clamped, S.Splat(-0.0193218831f));
        rho = S.FusedMultiplyAdd(rho, clamped, S.Splat(0.102814471f));
        rho = S.FusedMultiplyAdd(rho, clamped, S.Splat(-0.363383513f));
        rho = S.FusedMultiplyAdd(rho, clamped, S.Splat(0.128379207f));
        return S.FusedMultiplyAdd(t, S.Add(t, rho), t);
    }
}
