using System.Runtime.CompilerServices;
using StaticNet.Numerics;

namespace StaticNet;

/// <summary>The second walk of LAMB: the direction again, at the length that its norm allows.</summary>
internal readonly struct LambStepRule(LambConstants constants, double rate) : IUpdateRule<LambStepRule>
{
    private readonly LambConstants _constants = constants;
    private readonly float _minusRate = (float)-rate;

    public static int Slots => 2;

    // w ← w − η·‖w‖/‖u‖·u
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Update<S, V>(in LambStepRule rule, V w, V g, ref V m, ref V v, ref V slot2, ref V slot3)
        where S : struct, ISimd<V>
        where V : struct
    {
        ref readonly LambConstants c = ref rule._constants;
        return S.FusedMultiplyAdd(S.Splat(rule._minusRate), LambConstants.Direction<S, V>(in c, w, m, v), w);
    }
}
