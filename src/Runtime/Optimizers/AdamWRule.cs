using System.Runtime.CompilerServices;
using StaticNet.Numerics;

namespace StaticNet;

/// <summary>AdamW's update: the decay shrinks the parameter and stays out of the moments.</summary>
internal readonly struct AdamWRule(AdamConstants constants, double learningRate, double weightDecay) : IUpdateRule<AdamWRule>
{
    private readonly AdamConstants _constants = constants;
    private readonly float _shrink = (float)(1 - learningRate * weightDecay);

    public static int Slots => 2;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Update<S, V>(in AdamWRule rule, V w, V g, ref V m, ref V v, ref V slot2, ref V slot3)
        where S : struct, ISimd<V>
        where V : struct
    {
        // w ← (1 − η·λ)·w
        w = S.Multiply(S.Splat(rule._shrink), w);
        return AdamRule.Step<S, V>(in rule._constants, w, g, ref m, ref v);
    }
}
