using System.Runtime.CompilerServices;
using StaticNet.Numerics;

namespace StaticNet;

/// <summary>Gradient descent with momentum. The buffer <c>b</c> starts at zero, so the first step's is the gradient.</summary>
internal readonly struct MomentumRule(double learningRate, double momentum, double weightDecay) : IUpdateRule<MomentumRule>
{
    private readonly float _minusRate = (float)-learningRate;
    private readonly float _momentum = (float)momentum;
    private readonly float _decay = (float)weightDecay;

    public static int Slots => 1;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Update<S, V>(in MomentumRule rule, V w, V g, ref V b, ref V slot1, ref V slot2, ref V slot3)
        where S : struct, ISimd<V>
        where V : struct
    {
        // g ← g + λ·w
        g = S.FusedMultiplyAdd(S.Splat(rule._decay), w, g);
        // b ← μ·b + g
        b = S.FusedMultiplyAdd(S.Splat(rule._momentum), b, g);
        // w ← w − η·b
        return S.FusedMultiplyAdd(S.Splat(rule._minusRate), b, w);
    }
}
