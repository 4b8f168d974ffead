using System.Runtime.CompilerServices;
using StaticNet.Numerics;

namespace StaticNet;

/// <summary>The step by a first and a second moment, and with AMSGrad by the largest second moment so far.</summary>
internal readonly struct AdamRule<TAmsGrad>(AdamConstants constants) : IUpdateRule<AdamRule<TAmsGrad>>
    where TAmsGrad : struct, IOption
{
    private readonly AdamConstants _constants = constants;

    public static int Slots => TAmsGrad.Is ? 3 : 2;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Update<S, V>(in AdamRule<TAmsGrad> rule, V w, V g, ref V m, ref V v, ref V largest, ref V slot3)
        where S : struct, ISimd<V>
        where V : struct
    {
        ref readonly AdamConstants c = ref rule._constants;
        Moments<S, V>(in c, g, ref m, ref v);
        V second = v;
        if (TAmsGrad.Is)
            second = largest = S.Max(largest, v);
        // w ← w − η/(1 − β₁ᵗ) · m / (√v/√(1 − β₂ᵗ) + ε)
        V root = S.FusedMultiplyAdd(S.Sqrt(second), S.Splat(c.RootCorrection), S.Splat(c.Epsilon));
        return S.FusedMultiplyAdd(S.Splat(c.MinusRate), S.Divide(m, root), w);
    }

    /// <summary>Both moments after a gradient.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Moments<S, V>(in AdamConstants c, V g, ref V m, ref V v)
        where S : struct, ISimd<V>
        where V : struct
    {
        // m ← β₁·m + (1 − β₁)·g
        m = S.FusedMultiplyAdd(S.Splat(c.Beta1), m, S.Multiply(S.Splat(c.OneMinusBeta1), g));
        // v ← β₂·v + (1 − β₂)·g²
        v = S.FusedMultiplyAdd(S.Splat(c.Beta2), v, S.Multiply(S.Multiply(S.Splat(c.OneMinusBeta2), g), g));
    }
}
