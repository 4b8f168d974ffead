using System.Runtime.CompilerServices;
using StaticNet.Numerics;

namespace StaticNet;

/// <summary>Plain gradient descent: no slot, so none is touched.</summary>
internal readonly struct SgdRule(double learningRate) : IUpdateRule<SgdRule>
{
    private readonly float _minusRate = (float)-learningRate;

    public static int Slots => 0;

    // w ← w − η·g
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Update<S, V>(in SgdRule rule, V w, V g, ref V slot0, ref V slot1, ref V slot2, ref V slot3)
        where S : struct, ISimd<V>
        where V : struct => S.FusedMultiplyAdd(S.Splat(rule._minusRate), g, w);
}
