using System.Runtime.CompilerServices;
using StaticNet.Numerics;

namespace StaticNet;

/// <summary>A step of one size along the sign of a blend of momentum and gradient.</summary>
internal readonly struct LionRule(double learningRate, double beta1, double beta2) : IUpdateRule<LionRule>
{
    private readonly float _rate = (float)learningRate;
    private readonly float _beta1 = (float)beta1;
    private readonly float _oneMinusBeta1 = (float)(1 - beta1);
    private readonly float _beta2 = (float)beta2;
    private readonly float _oneMinusBeta2 = (float)(1 - beta2);

    public static int Slots => 1;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Update<S, V>(in LionRule rule, V w, V g, ref V m, ref V slot1, ref V slot2, ref V slot3)
        where S : struct, ISimd<V>
        where V : struct
    {
        // c = β₁·m + (1 − β₁)·g
        V c = S.FusedMultiplyAdd(S.Splat(rule._beta1), m, S.Multiply(S.Splat(rule._oneMinusBeta1), g));
        // m ← β₂·m + (1 − β₂)·g
        m = S.FusedMultiplyAdd(S.Splat(rule._beta2), m, S.Multiply(S.Splat(rule._oneMinusBeta2), g));
        // w ← w − η·sign(c)
        V rate = S.Splat(rule._rate);
        return S.Subtract(w, S.SelectGreater(c, S.Zero, rate, S.SelectGreater(S.Zero, c, S.Negate(rate), S.Zero)));
    }
}
