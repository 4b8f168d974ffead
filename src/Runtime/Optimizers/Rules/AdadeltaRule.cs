using System.Runtime.CompilerServices;
using StaticNet.Numerics;

namespace StaticNet;

/// <summary>The gradient, scaled by the root mean squares of steps and gradients so far. Slots: of gradients, then of steps.</summary>
internal readonly struct AdadeltaRule(double learningRate, double rho, double epsilon) : IUpdateRule<AdadeltaRule>
{
    private readonly float _minusRate = (float)-learningRate;
    private readonly float _rho = (float)rho;
    private readonly float _oneMinusRho = (float)(1 - rho);
    private readonly float _epsilon = (float)epsilon;

    public static int Slots => 2;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Update<S, V>(in AdadeltaRule rule, V w, V g, ref V v, ref V u, ref V slot2, ref V slot3)
        where S : struct, ISimd<V>
        where V : struct
    {
        V rho = S.Splat(rule._rho), share = S.Splat(rule._oneMinusRho), epsilon = S.Splat(rule._epsilon);
        // v ← ρ·v + (1 − ρ)·g²
        v = S.FusedMultiplyAdd(rho, v, S.Multiply(S.Multiply(share, g), g));
        // d = √(u + ε)/√(v + ε)·g
        V d = S.Multiply(S.Divide(S.Sqrt(S.Add(u, epsilon)), S.Sqrt(S.Add(v, epsilon))), g);
        // u ← ρ·u + (1 − ρ)·d²
        u = S.FusedMultiplyAdd(rho, u, S.Multiply(S.Multiply(share, d), d));
        // w ← w − η·d
        return S.FusedMultiplyAdd(S.Splat(rule._minusRate), d, w);
    }
}
