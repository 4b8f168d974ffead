using System.Runtime.CompilerServices;

namespace StaticNet.Numerics;

/// <summary>
/// Transcendental functions of vectors, for every float: zeros, denormals, infinities and NaN (NaN in, NaN out) as in <see cref="Math"/>.
/// Each error named is the largest against double precision at any float, with fused multiply-add; without it, the errors are a little larger.
/// On one CPU all widths give the same bits.
/// </summary>
/// <remarks><c>S</c> is <see cref="Simd128"/>, <see cref="Simd256"/> or <see cref="Simd512"/>, and <c>V</c> its vector.</remarks>
public static class VectorMath
{
    private const MethodImplOptions Inline = MethodImplOptions.AggressiveInlining;

    /// <summary><c>eˣ</c>. Error at most 1.04 ulp.</summary>
    [MethodImpl(Inline)]
    public static V Exp<S, V>(V x)
        where S : struct, ISimd<V>
        where V : struct => Exponentials.Exp<S, V>(x);

    /// <summary><c>eˣ − 1</c>, accurate around zero. Error at most 1.54 ulp.</summary>
    [MethodImpl(Inline)]
    public static V Expm1<S, V>(V x)
        where S : struct, ISimd<V>
        where V : struct => Exponentials.Expm1<S, V>(x);

    /// <summary><c>ln x</c>: −∞ at zero, NaN below. Error at most 0.94 ulp.</summary>
    [MethodImpl(Inline)]
    public static V Log<S, V>(V x)
        where S : struct, ISimd<V>
        where V : struct => Logarithms.Log<S, V>(x);

    /// <summary><c>ln(1 + x)</c>, accurate around zero: −∞ at −1, NaN below. Error at most 1.55 ulp.</summary>
    [MethodImpl(Inline)]
    public static V Log1p<S, V>(V x)
        where S : struct, ISimd<V>
        where V : struct => Logarithms.Log1p<S, V>(x);

    /// <summary><c>tanh x</c>. Error at most 2.83 ulp.</summary>
    [MethodImpl(Inline)]
    public static V Tanh<S, V>(V x)
        where S : struct, ISimd<V>
        where V : struct => Exponentials.Tanh<S, V>(x);

    /// <summary>
    /// <c>tanh x</c> by one division and no exponential, for recurrent cells, which are bound by it. Error at most 4.83 ulp (below 7 without
    /// fused multiply-add); never above 1, and 0.99999976 at the ends.
    /// </summary>
    [MethodImpl(Inline)]
    public static V TanhFast<S, V>(V x)
        where S : struct, ISimd<V>
        where V : struct => FastTanh.Tanh<S, V>(x);

    /// <summary><c>1 / (1 + e⁻ˣ)</c>, accurate down to the denormal results of large negative arguments. Error at most 2.41 ulp.</summary>
    [MethodImpl(Inline)]
    public static V Sigmoid<S, V>(V x)
        where S : struct, ISimd<V>
        where V : struct => Exponentials.Sigmoid<S, V>(x);

    /// <summary><c>2/√π·∫₀ˣ e^(−t²) dt</c>. Error at most 2.44 ulp.</summary>
    [MethodImpl(Inline)]
    public static V Erf<S, V>(V x)
        where S : struct, ISimd<V>
        where V : struct => ErrorFunctions.Erf<S, V>(x);

    /// <summary><c>Φ(x) = ½·(1 + erf(x/√2))</c>, the distribution function of the standard normal. Error at most 7.3e-8.</summary>
    [MethodImpl(Inline)]
    public static V NormalCdf<S, V>(V x)
        where S : struct, ISimd<V>
        where V : struct => ErrorFunctions.NormalCdf<S, V>(x);

    /// <summary><c>ln(1 + eˣ)</c>, without overflow. Error at most 1.87 ulp.</summary>
    [MethodImpl(Inline)]
    public static V Softplus<S, V>(V x)
        where S : struct, ISimd<V>
        where V : struct => Activations.Softplus<S, V>(x);

    /// <summary><c>x·tanh(ln(1 + eˣ))</c> (Misra, 2019). Error at most 4 ulp or 1.4e-7·max(1, |x|).</summary>
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

    /// <summary><c>x &gt; 0 ? x : slope·x</c>.</summary>
    [MethodImpl(Inline)]
    public static V LeakyReLU<S, V>(V x, V slope)
        where S : struct, ISimd<V>
        where V : struct => Activations.LeakyReLU<S, V>(x, slope);
}
