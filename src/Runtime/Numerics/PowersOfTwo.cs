using System.Runtime.CompilerServices;

namespace StaticNet.Numerics;

/// <summary>Whole numbers <c>n</c> as floats <c>n + 1.5·2²³</c>, and <c>2ⁿ</c>.</summary>
internal static class PowersOfTwo
{
    /// <summary>
    /// Added to a float below 2²² in magnitude, it leaves the nearest whole number in the low bits: the last place of 1.5·2²³ is 1.
    /// </summary>
    public const float Rounder = 12582912f;

    private const MethodImplOptions Inline = MethodImplOptions.AggressiveInlining;
    private const int RounderBits = 0x4B400000;
    private const int ExponentBias = 127;
    private const int MantissaBits = 23;

    /// <summary><c>2ⁿ⁺ᵒ</c>, a normal float, from the one that holds <c>n</c> in its low bits: the bits above <c>n</c> leave with the shift.</summary>
    [MethodImpl(Inline)]
    public static V Of<S, V>(V rounded, int offset)
        where S : struct, ISimd<V>
        where V : struct =>
        S.ShiftLeft(S.AddInt32(rounded, S.SplatInt32(ExponentBias + offset)), MantissaBits);

    /// <summary><see cref="ISimd{V}.Scale"/> for processors that have no instruction for it.</summary>
    // 2ⁿ = 2ʰ·2ⁿ⁻ʰ, h = ⌊n / 2⌋: both factors are normal floats, and only the last product rounds, to a denormal or to ∞.
    [MethodImpl(Inline)]
    public static V Scale<S, V>(V a, V rounded)
        where S : struct, ISimd<V>
        where V : struct
    {
        V biased = S.SubtractInt32(rounded, S.SplatInt32(RounderBits - (2 * ExponentBias)));
        V first = S.ShiftRight(biased, 1);
        V second = S.SubtractInt32(biased, first);
        return S.Multiply(S.Multiply(a, S.ShiftLeft(first, MantissaBits)), S.ShiftLeft(second, MantissaBits));
    }
}
