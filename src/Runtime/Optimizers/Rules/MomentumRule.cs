using System.Runtime.CompilerServices;
using StaticNet.Numerics;

namespace StaticNet;

/// <summary>Gradient descent with momentum. The buffer <c>b</c> starts at zero, and the first step, which is not damped, makes it the gradient.</summary>
internal readonly struct MomentumRule(double learningRate, double momentum, double gain) : IUpdateRule<MomentumRule>
{
    private readonly float _minusRate = (float)-learningRate;
    private readonly float _momentum = (float)momentum;
    private readonly float _gain = (float)gain;

    public static int Slots => 1;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Update<S, V>(in MomentumRule rule, V w, V g, ref V b, ref V slot1, ref V slot2, ref V slot3)
        where S : struct, ISimd<V>
        where V : struct
    {
        // b ← μ·b + (1 − τ)·g
        b = S.FusedMultiplyAdd(S.Splat(rule._momentum), b, S.Multiply(S.Splat(rule._gain), g));
        // w ← w − η·b
        return S.FusedMultiplyAdd(S.Splat(rule._minusRate), b, w);
    }
}
