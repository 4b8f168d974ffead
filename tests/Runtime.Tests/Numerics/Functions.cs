using System.Runtime.CompilerServices;
using StaticNet.Numerics;

namespace StaticNet.Runtime.Tests.Numerics;

/// <summary>A function under test with its reference in double precision.</summary>
internal interface IFunction
{
    static abstract V Of<S, V>(V x)
        where S : struct, ISimd<V>
        where V : struct;

    static abstract double Reference(double x);
}

internal readonly struct Exp : IFunction
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Of<S, V>(V x)
        where S : struct, ISimd<V>
        where V : struct => VectorMath.Exp<S, V>(x);

    public static double Reference(double x) => Math.Exp(x);
}

internal readonly struct Expm1 : IFunction
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Of<S, V>(V x)
        where S : struct, ISimd<V>
        where V : struct => VectorMath.Expm1<S, V>(x);

    // eˣ − 1 = (u − 1)·x / ln u, u = eˣ rounded (Kahan): the errors of u cancel.
    public static double Reference(double x)
    {
        double u = Math.Exp(x);
        return u == 1 ? x : u < 1e-17 || double.IsInfinity(u) ? u - 1 : (u - 1) * x / Math.Log(u);
    }
}

internal readonly struct Log : IFunction
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Of<S, V>(V x)
        where S : struct, ISimd<V>
        where V : struct => VectorMath.Log<S, V>(x);

    public static double Reference(double x) => Math.Log(x);
}

internal readonly struct Log1p : IFunction
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Of<S, V>(V x)
        where S : struct, ISimd<V>
        where V : struct => VectorMath.Log1p<S, V>(x);

    // ln(1 + x) = ln u·x / (u − 1), u = 1 + x rounded (Kahan): the errors of u cancel.
    public static double Reference(double x)
    {
        double u = 1 + x;
        return u == 1 ? x : u <= 0 || double.IsInfinity(u) ? Math.Log(u) : Math.Log(u) * x / (u - 1);
    }
}

internal readonly struct Tanh : IFunction
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Of<S, V>(V x)
        where S : struct, ISimd<V>
        where V : struct => VectorMath.Tanh<S, V>(x);

    public static double Reference(double x) => Math.Tanh(x);
}

internal readonly struct Sigmoid : IFunction
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Of<S, V>(V x)
        where S : struct, ISimd<V>
        where V : struct => VectorMath.Sigmoid<S, V>(x);

    public static double Reference(double x) => x > 0 ? 1 / (1 + Math.Exp(-x)) : Math.Exp(x) / (1 + Math.Exp(x));
}

internal readonly struct LogCosh : IFunction
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Of<S, V>(V x)
        where S : struct, ISimd<V>
        where V : struct => VectorMath.LogCosh<S, V>(x);

    // Near 0 by the sine, whose square does not cancel.
    public static double Reference(double x)
    {
        double a = Math.Abs(x), s = Math.Sinh(a / 2);
        return a < 1 ? Log1p.Reference(2 * s * s) : a - Math.Log(2) + Log1p.Reference(Math.Exp(-2 * a));
    }
}
