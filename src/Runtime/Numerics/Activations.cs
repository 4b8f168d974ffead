using System.Runtime.CompilerServices;

namespace StaticNet.Numerics;

/// <summary>Activations that are more than one call of a function.</summary>
internal static class Activations
{
    private const MethodImplOptions Inline = MethodImplOptions.AggressiveInlining;

    // tanh ln(1 + eˣ) of this and of all above rounds to 1.
    private const float MishHigh = 20f;

    // tanh ln u = (u² − 1) / (u² + 1), u = 1 + e:   y = x·m / (m + 2),  m = e·(e + 2),  e = eˣ
    [MethodImpl(Inline)]
    public static V Mish<S, V>(V x)
        where S : struct, ISimd<V>
        where V : struct
    {
        V two = S.Splat(2f);
        V e = Exponentials.Exp<S, V>(S.Min(S.Splat(MishHigh), x));
        V m = S.Multiply(e, S.Add(e, two));
        return S.Multiply(x, S.Divide(m, S.Add(m, two)));
    }

    // ln(1 + eˣ) = max(x, 0) + ln(1 + e^−|x|)
    [MethodImpl(Inline)]
    public static V Softplus<S, V>(V x)
        where S : struct, ISimd<V>
        where V : struct =>
        S.Add(S.Max(S.Zero, x), Logarithms.Log1p<S, V>(Exponentials.ExpOfNegative<S, V>(S.Negate(S.Abs(x)))));

    [MethodImpl(Inline)]
    public static V LeakyReLU<S, V>(V x, V slope)
        where S : struct, ISimd<V>
        where V : struct => S.SelectGreater(x, S.Zero, x, S.Multiply(slope, x));

    [MethodImpl(Inline)]
    public static V ELU<S, V>(V x, V alpha)
        where S : struct, ISimd<V>
        where V : struct => S.SelectGreater(x, S.Zero, x, S.Multiply(alpha, Exponentials.Expm1<S, V>(x)));

    [MethodImpl(Inline)]
    public static V Softsign<S, V>(V x)
        where S : struct, ISimd<V>
        where V : struct => S.Divide(x, S.Add(S.Splat(1f), S.Abs(x)));
}
