using System.Runtime.CompilerServices;
using StaticNet.Numerics;

namespace StaticNet;

/// <summary>What both walks of LAMB share: the moments' constants and the direction.</summary>
internal readonly struct LambConstants(AdamConstants adam, double firstCorrection, double weightDecay)
{
    public readonly AdamConstants Adam = adam;
    private readonly float _firstCorrection = (float)firstCorrection;
    private readonly float _decay = (float)weightDecay;

    // u = m̂/(√v̂ + ε) + λ·w,   m̂ = m/(1 − β₁ᵗ)
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Direction<S, V>(in LambConstants c, V w, V m, V v)
        where S : struct, ISimd<V>
        where V : struct
    {
        V root = S.FusedMultiplyAdd(S.Sqrt(v), S.Splat(c.Adam.RootCorrection), S.Splat(c.Adam.Epsilon));
        return S.FusedMultiplyAdd(S.Splat(c._decay), w, S.Divide(S.Multiply(S.Splat(c._firstCorrection), m), root));
    }
}
