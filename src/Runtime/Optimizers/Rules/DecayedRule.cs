using System.Runtime.CompilerServices;
using StaticNet.Numerics;

namespace StaticNet;

/// <summary>A rule after weight decay, coupled or decoupled.</summary>
internal readonly struct DecayedRule<TRule>(TRule rule, Conditioning conditioning) : IUpdateRule<DecayedRule<TRule>>
    where TRule : struct, IUpdateRule<TRule>
{
    private readonly TRule _rule = rule;
    private readonly float _decay = conditioning.Decay;
    private readonly float _shrink = conditioning.Shrink;

    public static int Slots => TRule.Slots;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Update<S, V>(in DecayedRule<TRule> rule, V w, V g, ref V slot0, ref V slot1, ref V slot2, ref V slot3)
        where S : struct, ISimd<V>
        where V : struct
    {
        // g ← g + λ₂·w
        g = S.FusedMultiplyAdd(S.Splat(rule._decay), w, g);
        // w ← (1 − η·λ)·w
        w = S.Multiply(S.Splat(rule._shrink), w);
        return TRule.Update<S, V>(in rule._rule, w, g, ref slot0, ref slot1, ref slot2, ref slot3);
    }
}
