using System.Runtime.CompilerServices;
using StaticNet.Numerics;

namespace StaticNet;

/// <summary>Adam's step along a momentum that looks ahead: a share of the gradient and a share of the first moment.</summary>
/// <param name="constants">Adam's; their rate is not used.</param>
/// <param name="gradientRate"><c>η·(1 − μₜ)/(1 − Πμ)</c>.</param>
/// <param name="momentRate"><c>η·μₜ₊₁/(1 − Πμ·μₜ₊₁)</c>.</param>
internal readonly struct NAdamRule(AdamConstants constants, double gradientRate, double momentRate) : IUpdateRule<NAdamRule>
{
    private readonly AdamConstants _constants = constants;
    private readonly float _gradientRate = (float)gradientRate;
    private readonly float _momentRate = (float)momentRate;

    public static int Slots => 2;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Update<S, V>(in NAdamRule rule, V w, V g, ref V m, ref V v, ref V slot2, ref V slot3)
        where S : struct, ISimd<V>
        where V : struct
    {
        ref readonly AdamConstants c = ref rule._constants;
        AdamRule<Off>.Moments<S, V>(in c, g, ref m, ref v);
        // w ← w − (a·g + b·m) / (√v/√(1 − β₂ᵗ) + ε)
        V root = S.FusedMultiplyAdd(S.Sqrt(v), S.Splat(c.RootCorrection), S.Splat(c.Epsilon));
        V direction = S.FusedMultiplyAdd(S.Splat(rule._momentRate), m, S.Multiply(S.Splat(rule._gradientRate), g));
        return S.Subtract(w, S.Divide(direction, root));
    }
}
