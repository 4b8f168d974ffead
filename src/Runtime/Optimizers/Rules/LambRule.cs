using System.Runtime.CompilerServices;
using StaticNet.Numerics;

namespace StaticNet;

/// <summary>The first walk of LAMB: the moments move, and the direction is measured.</summary>
internal readonly struct LambRule(LambConstants constants, double learningRate) : INormRule<LambRule, LambStepRule>
{
    private readonly LambConstants _constants = constants;
    private readonly double _learningRate = learningRate;

    public static int Slots => 2;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Update<S, V>(in LambRule rule, V w, V g, ref V m, ref V v, ref V slot2, ref V slot3)
        where S : struct, ISimd<V>
        where V : struct
    {
        ref readonly LambConstants c = ref rule._constants;
        AdamRule<Off>.Moments<S, V>(in c.Adam, g, ref m, ref v);
        return LambConstants.Direction<S, V>(in c, w, m, v);
    }

    // ‖w‖/‖u‖, and 1 where either is zero
    public static LambStepRule Step(in LambRule rule, double parameterNorm, double directionNorm) =>
        new(rule._constants, rule._learningRate * (parameterNorm > 0 && directionNorm > 0 ? parameterNorm / directionNorm : 1));
}
