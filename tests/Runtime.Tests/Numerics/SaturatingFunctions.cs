using System.Runtime.CompilerServices;
using StaticNet.Generator.Ir;
using StaticNet.Numerics;

namespace StaticNet.Runtime.Tests.Numerics;

internal readonly struct Tanh : IFunction
{
    public static double Ulps => 2.9;

    public static float[] Edges => [0.1732868f, 9.010913f, 9.02f];

    public static (float X, float Y)[] Special =>
    [
        (0, 0), (-0f, -0f), (float.PositiveInfinity, 1), (float.NegativeInfinity, -1), (float.NaN, float.NaN),
        (float.Epsilon, float.Epsilon), (20, 1), (float.MinValue, -1),
    ];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Of<S, V>(V x)
        where S : struct, ISimd<V>
        where V : struct => VectorMath.Tanh<S, V>(x);

    public static double Reference(double x) => Math.Tanh(x);
}

internal readonly struct TanhFast : IFunction
{
    public static double Ulps => Hardware.FusesMultiplyAdd ? 5 : 7;

    public static float[] Edges => [8.05f, 9.010913f];

    public static (float X, float Y)[] Special =>
    [
        (0, 0), (-0f, -0f), (float.NaN, float.NaN), (float.Epsilon, float.Epsilon), (-float.Epsilon, -float.Epsilon),
        (1e-20f, 1e-20f),
    ];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Of<S, V>(V x)
        where S : struct, ISimd<V>
        where V : struct => VectorMath.TanhFast<S, V>(x);

    public static double Reference(double x) => Math.Tanh(x);
}

internal readonly struct Sigmoid : IFunction
{
    public static double Ulps => 2.5;

    public static float[] Edges => [0.3465736f, 17.32868f, 87.33655f, 103.9721f, 104];

    public static (float X, float Y)[] Special =>
    [
        (0, 0.5f), (-0f, 0.5f), (float.PositiveInfinity, 1), (float.NegativeInfinity, 0), (float.NaN, float.NaN),
        (20, 1), (float.MaxValue, 1), (-104, 0), (float.MinValue, 0),
    ];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Of<S, V>(V x)
        where S : struct, ISimd<V>
        where V : struct => VectorMath.Sigmoid<S, V>(x);

    public static double Reference(double x) => x > 0 ? 1 / (1 + Math.Exp(-x)) : Math.Exp(x) / (1 + Math.Exp(x));
}

internal readonly struct Erf : IFunction
{
    public static double Ulps => 2.6;

    public static float[] Edges => [0.3f, 3.92f, 3.93f];

    public static (float X, float Y)[] Special =>
    [
        (0, 0), (-0f, -0f), (float.PositiveInfinity, 1), (float.NegativeInfinity, -1), (float.NaN, float.NaN), (4, 1),
        (float.MinValue, -1),
    ];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Of<S, V>(V x)
        where S : struct, ISimd<V>
        where V : struct => VectorMath.Erf<S, V>(x);

    public static double Reference(double x) => SpecialFunctions.Erf(x);
}

internal readonly struct NormalCdf : IFunction
{
    public static double Ulps => 0;

    public static double Absolute => 1.0 / (1 << 23);

    public static float[] Edges => [0.42f, 5.5578f, 14.16f];

    public static (float X, float Y)[] Special =>
    [
        (0, 0.5f), (-0f, 0.5f), (float.PositiveInfinity, 1), (float.NegativeInfinity, 0), (float.NaN, float.NaN),
        (float.Epsilon, 0.5f), (10, 1), (-15, 0), (float.MaxValue, 1), (float.MinValue, 0),
    ];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Of<S, V>(V x)
        where S : struct, ISimd<V>
        where V : struct => VectorMath.NormalCdf<S, V>(x);

    public static double Reference(double x) => SpecialFunctions.NormalCdf(x);
}
