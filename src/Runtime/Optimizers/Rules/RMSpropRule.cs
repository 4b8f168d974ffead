using System.Runtime.CompilerServices;
using StaticNet.Numerics;

namespace StaticNet;

/// <summary>The gradient over the root of its mean square, about its mean if centred. Slots: mean square, then mean, then momentum.</summary>
internal readonly struct RMSpropRule<TCentered, TMomentum>(double learningRate, double alpha, double epsilon, double momentum)
    : IUpdateRule<RMSpropRule<TCentered, TMomentum>>
    where TCentered : struct, IOption
    where TMomentum : struct, IOption
{
    private readonly float _minusRate = (float)-learningRate;
    private readonly float _alpha = (float)alpha;
    private readonly float _oneMinusAlpha = (float)(1 - alpha);
    private readonly float _epsilon = (float)epsilon;
    private readonly float _momentum = (float)momentum;

    public static int Slots => 1 + (TCentered.Is ? 1 : 0) + (TMomentum.Is ? 1 : 0);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Update<S, V>(
        in RMSpropRule<TCentered, TMomentum> rule, V w, V g, ref V v, ref V slot1, ref V slot2, ref V slot3)
        where S : struct, ISimd<V>
        where V : struct
    {
        V alpha = S.Splat(rule._alpha), share = S.Multiply(S.Splat(rule._oneMinusAlpha), g);
        // v ← α·v + (1 − α)·g²
        v = S.FusedMultiplyAdd(alpha, v, S.Multiply(share, g));
        V variance = v;
        if (TCentered.Is)
        {
            // ḡ ← α·ḡ + (1 − α)·g;   the variance v − ḡ² may come out below zero by rounding
            slot1 = S.FusedMultiplyAdd(alpha, slot1, share);
            variance = S.Max(S.Zero, S.Subtract(v, S.Multiply(slot1, slot1)));
        }
        V direction = S.Divide(g, S.Add(S.Sqrt(variance), S.Splat(rule._epsilon)));
        // b ← μ·b + g/(√v + ε)
        if (TMomentum.Is && TCentered.Is)
            direction = slot2 = S.FusedMultiplyAdd(S.Splat(rule._momentum), slot2, direction);
        else if (TMomentum.Is)
            direction = slot1 = S.FusedMultiplyAdd(S.Splat(rule._momentum), slot1, direction);
        // w ← w − η·b
        return S.FusedMultiplyAdd(S.Splat(rule._minusRate), direction, w);
    }
}
