using System.Runtime.CompilerServices;
using StaticNet.Numerics;

namespace StaticNet;

/// <summary>Adam's update; the decay joins the gradient (L2).</summary>
internal readonly struct AdamRule(AdamConstants constants, double weightDecay) : IUpdateRule<AdamRule>
{
    private readonly AdamConstants _constants = constants;
    private readonly float _decay = (float)weightDecay;

    public static int Slots => 2;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Update<S, V>(in AdamRule rule, V w, V g, ref V m, ref V v, ref V slot2, ref V slot3)
        where S : struct, ISimd<V>
        where V : struct
    {
        // g ← g + λ·w
        g = S.FusedMultiplyAdd(S.Splat(rule._decay), w, g);
        return Step<S, V>(in rule._constants, w, g, ref m, ref v);
    }

    /// <summary>The part that Adam and AdamW share.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static V Step<S, V>(in AdamConstants c, V w, V g, ref V m, ref V v)
        where S : struct, ISimd<V>
        where V : struct
    {
        // m ← β₁·m + (1 − β₁)·g
        m = S.FusedMultiplyAdd(S.Splat(c.Beta1), m, S.Multiply(S.Splat(c.OneMinusBeta1), g));
        // v ← β₂·v + (1 − β₂)·g²
        v = S.FusedMultiplyAdd(S.Splat(c.Beta2), v, S.Multiply(S.Multiply(S.Splat(c.OneMinusBeta2), g), g));
        // w ← w − η/(1 − β₁ᵗ) · m / (√v/√(1 − β₂ᵗ) + ε)
        V root = S.FusedMultiplyAdd(S.Sqrt(v), S.Splat(c.RootCorrection), S.Splat(c.Epsilon));
        return S.FusedMultiplyAdd(S.Splat(c.MinusRate), S.Divide(m, root), w);
    }
}
