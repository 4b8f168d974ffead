using System.Runtime.CompilerServices;
using StaticNet.Numerics;

namespace StaticNet;

/// <summary>The gradient over the root of the sum of its squares. The slot starts at zero; the sum's first value is added where it is used.</summary>
internal readonly struct AdagradRule(double learningRate, double epsilon, double initial) : IUpdateRule<AdagradRule>
{
    private readonly float _minusRate = (float)-learningRate;
    private readonly float _epsilon = (float)epsilon;
    private readonly float _initial = (float)initial;

    public static int Slots => 1;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Update<S, V>(in AdagradRule rule, V w, V g, ref V sum, ref V slot1, ref V slot2, ref V slot3)
        where S : struct, ISimd<V>
        where V : struct
    {
        // s ← s + g²
        sum = S.FusedMultiplyAdd(g, g, sum);
        // w ← w − η·g / (√(s₀ + s) + ε)
        V root = S.Add(S.Sqrt(S.Add(S.Splat(rule._initial), sum)), S.Splat(rule._epsilon));
        return S.FusedMultiplyAdd(S.Splat(rule._minusRate), S.Divide(g, root), w);
    }
}
