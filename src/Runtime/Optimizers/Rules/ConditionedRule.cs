using System.Runtime.CompilerServices;
using StaticNet.Numerics;

namespace StaticNet;

/// <summary>A rule after clipping, penalties and weight decay.</summary>
internal readonly struct ConditionedRule<TRule>(TRule rule, Conditioning conditioning) : IUpdateRule<ConditionedRule<TRule>>
    where TRule : struct, IUpdateRule<TRule>
{
    private readonly TRule _rule = rule;
    private readonly Conditioning _conditioning = conditioning;

    public static int Slots => TRule.Slots;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Update<S, V>(in ConditionedRule<TRule> rule, V w, V g, ref V slot0, ref V slot1, ref V slot2, ref V slot3)
        where S : struct, ISimd<V>
        where V : struct
    {
        ref readonly Conditioning c = ref rule._conditioning;
        // g ← min(max(c·g, −b), b)
        V bound = S.Splat(c.Bound);
        g = S.Min(bound, S.Max(S.Negate(bound), S.Multiply(S.Splat(c.Factor), g)));
        // g ← g + λ₁·sign(w) + λ₂·w
        V penalty = S.Splat(c.SignDecay);
        V sign = S.SelectGreater(w, S.Zero, penalty, S.SelectGreater(S.Zero, w, S.Negate(penalty), S.Zero));
        g = S.FusedMultiplyAdd(S.Splat(c.Decay), w, S.Add(g, sign));
        // w ← (1 − η·λ)·w
        w = S.Multiply(S.Splat(c.Shrink), w);
        return TRule.Update<S, V>(in rule._rule, w, g, ref slot0, ref slot1, ref slot2, ref slot3);
    }
}
