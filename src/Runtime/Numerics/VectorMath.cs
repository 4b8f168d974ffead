using System.Runtime.CompilerServices;

namespace StaticNet.Numerics;

/// <summary>
/// Transcendental functions of vectors, for every float: zeros, denormals, infinities and NaN (NaN in, NaN out) as in <see cref="Math"/>.
/// Each error named is the largest against double precision, in units of the last place, with or without fused multiply-add.
/// On one CPU all widths give the same bits.
/// </summary>
/// <remarks><c>S</c> is <see cref="Simd128"/>, <see cref="Simd256"/> or <see cref="Simd512"/>, and <c>V</c> its vector.</remarks>
public static class VectorMath
{
    private const MethodImplOptions Inline = MethodImplOptions.AggressiveInlining;

    /// <summary><c>eˣ</c>. Error below 1.1 ulp.</summary>
    [MethodImpl(Inline)]
    public static V Exp<S, V>(V x)
        where S : struct, ISimd<V>
        where V : struct => Exponentials.Exp<S, V>(x);

    /// <summary><c>eˣ − 1</c>, accurate around zero. Error below 1.7 ulp.</summary>
    [MethodImpl(Inline)]
    public static V Expm1<S, V>(V x)
        where S : struct, ISimd<V>
        where V : struct => Exponentials.Expm1<S, V>(x);

    /// <summary><c>ln x</c>: −∞ at zero, NaN below. Error below 1.1 ulp.</summary>
    [MethodImpl(Inline)]
    public static V Log<S, V>(V x)
        where S : struct, ISimd<V>
        where V : struct => Logarithms.Log<S, V>(x);

    /// <summary><c>ln(1 + x)</c>, accurate around zero: −∞ at −1, NaN below. Error below 1.7 ulp.</summary>
    [MethodImpl(Inline)]
    public static V Log1p<S, V>(V x)
        where S : struct, ISimd<V>
        where V : struct => Logarithms.Log1p<S, V>(x);

    /// <summary><c>tanh x</c>. Error below 2.9 ulp.</summary>
    [MethodImpl(Inline)]
    public static V Tanh<S, V>(V x)
        where S : struct, ISimd<V>
        where V : struct => Exponentials.Tanh<S, V>(x);

    /// <summary>
    /// <c>tanh x</c> by one division and no exponential, for recurrent cells, which are bound by it. Error below 5 ulp, 7 without fused
    /// multiply-add; at the ends it is a few units of the last place below 1.
    /// </summary>
    [MethodImpl(Inline)]
    public static V TanhFast<S, V>(V x)
        where S : struct, ISimd<V>
        where V : struct => FastTanh.Tanh<S, V>(x);

    /// <summary><c>1 / (1 + e⁻ˣ)</c>, accurate down to the denormal results of large negative arguments. Error below 2.5 ulp.</summary>
    [MethodImpl(Inline)]
    public static V Sigmoid<S, V>(V x)
        where S : struct, ISimd<V>
        where V : struct => Exponentials.Sigmoid<S, V>(x);

    /// <summary><c>2/√π·∫₀ˣ e^(−t²) dt</c>. Error below 2.6 ulp.</summary>
    [MethodImpl(Inline)]
    public static V Erf<S, V>(V x)
        where S : struct, ISimd<V>
        where V : struct => ErrorFunctions.Erf<S, V>(x);

    /// <summary><c>Φ(x) = ½·(1 + erf(x/√2))</c>, the distribution function of the standard normal. Error below 2⁻²³.</summary>
    [MethodImpl(Inline)]
    public static V NormalCdf<S, V>(V x)
        where S : struct, ISimd<V>
        where V : struct => ErrorFunctions.NormalCdf<S, V>(x);

    /// <summary><c>ln(1 + eˣ)</c>, without overflow. Error below 4 ulp or 2⁻²²·max(1, |x|).</summary>
    [MethodImpl(Inline)]
    public static V Softplus<S, V>(V x)
        where S : struct, ISimd<V>
        where V : struct => Activations.Softplus<S, V>(x);

    /// <summary><c>x·tanh(ln(1 + eˣ))</c> (Misra, 2019). Error below 4 ulp or 2⁻²²·max(1, |x|).</summary>
    [MethodImpl(Inline)]
    public static V Mish<S, V>(V x)
        where S : struct, ISimd<V>
        where V : struct => Activations.Mish<S, V>(x);

    /// <summary><c>x &gt; 0 ? x : alpha·(eˣ − 1)</c>.</summary>
    [MethodImpl(Inline)]
    public static V ELU<S, V>(V x, V alpha)
        where S : struct, ISimd<V>
        where V : struct => Activations.ELU<S, V>(x, alpha);

    /// <summary><c>x / (1 + |x|)</c>.</summary>
    [MethodImpl(Inline)]
    public static V Softsign<S, V>(V x)
        where S : struct, ISimd<V>
        where V : struct => Activations.Softsign<S, V>(x);

    /// <summary><c>ln cosh x</c>, without overflow and accurate around zero. Error below 3 ulp.</summary>
    [MethodImpl(Inline)]
    public static V LogCosh<S, V>(V x)
        where S : struct, ISimd<V>
        where V : struct
    {
        // |x| < 1: u·(½ + u·q(u)), u = x²; q is the polynomial through Chebyshev's nodes, rounded to float: 8.5e-9 of the whole.
        V a = S.Abs(x), u = S.Multiply(x, x);
        V q = S.Splat(-3.0158857e-05f);
        q = S.FusedMultiplyAdd(q, u, S.Splat(0.00019152599f));
        q = S.FusedMultiplyAdd(q, u, S.Splat(-0.00069956196f));
        q = S.FusedMultiplyAdd(q, u, S.Splat(0.0021742769f));
        q = S.FusedMultiplyAdd(q, u, S.Splat(-0.006744021f));
        q = S.FusedMultiplyAdd(q, u, S.Splat(0.022222102f));
        q = S.FusedMultiplyAdd(q, u, S.Splat(-0.083333336f));
        V small = S.Multiply(u, S.FusedMultiplyAdd(q, u, S.Splat(0.5f)));

        // Elsewhere: |x| − ln 2 + ln(1 + e^−2|x|)
        V large = S.Add(S.Subtract(a, S.Splat(0.693147181f)), Log1p<S, V>(Exp<S, V>(S.Multiply(a, S.Splat(-2f)))));
        return S.SelectGreater(S.Splat(1f), a, small, large);
    }

    /// <summary><c>x &gt; 0 ? x : slope·x</c>.</summary>
    [MethodImpl(Inline)]
    public static V LeakyReLU<S, V>(V x, V slope)
        where S : struct, ISimd<V>
        where V : struct => Activations.LeakyReLU<S, V>(x, slope);
}
