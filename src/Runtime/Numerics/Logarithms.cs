using System.Runtime.CompilerServices;

namespace StaticNet.Numerics;

/// <summary><c>ln(2ᵉ·(1 + f)) = e·ln 2 + ln(1 + f)</c>, <c>⅔ ≤ 1 + f &lt; 4⁄3</c>: around 1 <c>e = 0</c>, so nothing cancels.</summary>
internal static class Logarithms
{
    private const MethodImplOptions Inline = MethodImplOptions.AggressiveInlining;

    private const float Ln2 = 0.693147181f;

    private const int MantissaBits = 23;
    private const int ExponentMask = unchecked((int)0xFF800000);

    // The bits of ⅔: taken from those of a float, they leave its e in the exponent's place.
    private const int TwoThirdsBits = 0x3F2AAAAB;

    // The smallest normal float, and what brings the denormals below it among the normal ones: 2²³.
    private const float SmallestNormal = 1.17549435e-38f;
    private const float DenormalScale = 8388608f;
    private const float DenormalExponent = -23f;

    [MethodImpl(Inline)]
    public static V Log<S, V>(V x)
        where S : struct, ISimd<V>
        where V : struct
    {
        V smallest = S.Splat(SmallestNormal);
        V normal = S.SelectGreater(smallest, x, S.Multiply(x, S.Splat(DenormalScale)), x);
        V lifted = S.SelectGreater(smallest, x, S.Splat(DenormalExponent), S.Zero);

        V shift = S.And(S.SubtractInt32(normal, S.SplatInt32(TwoThirdsBits)), S.SplatInt32(ExponentMask));
        V e = S.Add(S.ConvertInt32(S.ShiftRight(shift, MantissaBits)), lifted);
        V f = S.Subtract(S.SubtractInt32(normal, shift), S.Splat(1f));
        return AtEdges<S, V>(LogOfReduced<S, V>(e, f), x, 0f);
    }

    // 1 + x = 2ᵉ·(1 + f)  ⇒  f = 2⁻ᵉ·x + (2⁻ᵉ − 1), which keeps the bits that 1 + x rounds away. 2⁻ᵉ comes as 4·2⁻ᵉ, normal at e = 128 too.
    [MethodImpl(Inline)]
    public static V Log1p<S, V>(V x)
        where S : struct, ISimd<V>
        where V : struct
    {
        V shift = S.And(S.SubtractInt32(S.Add(x, S.Splat(1f)), S.SplatInt32(TwoThirdsBits)), S.SplatInt32(ExponentMask));
        V e = S.ConvertInt32(S.ShiftRight(shift, MantissaBits));
        V four = S.SubtractInt32(S.Splat(4f), shift);
        V f = S.Add(S.SubtractInt32(x, shift), S.FusedMultiplyAdd(four, S.Splat(0.25f), S.Splat(-1f)));
        V y = AtEdges<S, V>(LogOfReduced<S, V>(e, f), x, -1f);
        return S.Or(y, S.And(x, S.Splat(-0f))); // ln(1 − 0) = −0
    }

    // ln(1 + f) = f + f²·q(f); q is the minimax polynomial of the relative error, rounded to float: 4.7e-9 for |f| ≤ ⅓.
    [MethodImpl(Inline)]
    private static V LogOfReduced<S, V>(V e, V f)
        where S : struct, ISimd<V>
        where V : struct
    {
        V q = S.Splat(-0.128739238f);
        q = S.FusedMultiplyAdd(q, f, S.Splat(0.139865175f));
        q = S.FusedMultiplyAdd(q, f, S.Splat(-0.121884458f));
        q = S.FusedMultiplyAdd(q, f, S.Splat(0.140053749f));
        q = S.FusedMultiplyAdd(q, f, S.Splat(-0.166801766f));
        q = S.FusedMultiplyAdd(q, f, S.Splat(0.20010443f));
        q = S.FusedMultiplyAdd(q, f, S.Splat(-0.249998048f));
        q = S.FusedMultiplyAdd(q, f, S.Splat(0.333332151f));
        q = S.FusedMultiplyAdd(q, f, S.Splat(-0.5f));
        V y = S.FusedMultiplyAdd(S.Multiply(f, f), q, f);
        return S.FusedMultiplyAdd(e, S.Splat(Ln2), y);
    }

    // ∞ and NaN stand for themselves; the pole gives −∞, all below it NaN.
    [MethodImpl(Inline)]
    private static V AtEdges<S, V>(V y, V x, float pole)
        where S : struct, ISimd<V>
        where V : struct
    {
        y = S.SelectGreater(S.Splat(float.PositiveInfinity), x, y, x);
        V beyond = S.SelectEqual(x, S.Splat(pole), S.Splat(float.NegativeInfinity), S.Splat(float.NaN));
        return S.SelectGreater(x, S.Splat(pole), y, beyond);
    }
}
