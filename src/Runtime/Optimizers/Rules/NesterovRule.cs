using System.Runtime.CompilerServices;
using StaticNet.Numerics;

namespace StaticNet;

/// <summary>Gradient descent with Nesterov's momentum in PyTorch's form: the step looks one momentum ahead.</summary>
internal readonly struct NesterovRule(double learningRate, double momentum) : IUpdateRule<NesterovRule>
{
    private readonly float _minusRate = (float)-learningRate;
    private readonly float _momentum = (float)momentum;

    public static int Slots => 1;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Update<S, V>(in NesterovRule rule, V w, V g, ref V b, ref V slot1, ref V slot2, ref V slot3)
        where S : struct, ISimd<V>
        where V : struct
    {
        // b ← μ·b + g
        b = S.FusedMultiplyAdd(S.Splat(rule._momentum), b, g);
        // w ← w − η·(g + μ·b)
        V ahead = S.FusedMultiplyAdd(S.Splat(rule._momentum), b, g);
        return S.FusedMultiplyAdd(S.Splat(rule._minusRate), ahead, w);
    }
}
