using System.Runtime.CompilerServices;
using StaticNet.Generator.Ir;
using StaticNet.Numerics;

namespace StaticNet.Runtime.Tests.Numerics;

internal readonly struct Exp : IFunction
{
    public static double Ulps => 1.1;

    public static float[] Edges => [0.3465736f, 87.33655f, 88.72284f, 89, 103.9721f, 104];

    public static (float X, float Y)[] Special =>
    [
        (0, 1), (-0f, 1), (float.PositiveInfinity, float.PositiveInfinity), (float.NegativeInfinity, 0),
        (float.NaN, float.NaN), (float.Epsilon, 1), (88.8f, float.PositiveInfinity),
        (float.MaxValue, float.PositiveInfinity), (-104, 0), (float.MinValue, 0),
    ];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Of<S, V>(V x)
        where S : struct, ISimd<V>
        where V : struct => VectorMath.Exp<S, V>(x);

    public static double Reference(double x) => Math.Exp(x);
}

internal readonly struct Expm1 : IFunction
{
    public static double Ulps => 1.7;

    public static float[] Edges => [2.98023224e-8f, 0.3465736f, 17.32868f, 18, 88.72284f, 89];

    public static (float X, float Y)[] Special =>
    [
        (0, 0), (-0f, -0f), (float.PositiveInfinity, float.PositiveInfinity), (float.NegativeInfinity, -1),
        (float.NaN, float.NaN), (float.Epsilon, float.Epsilon), (-float.Epsilon, -float.Epsilon),
        (88.8f, float.PositiveInfinity), (-18, -1), (float.MinValue, -1),
    ];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Of<S, V>(V x)
        where S : struct, ISimd<V>
        where V : struct => VectorMath.Expm1<S, V>(x);

    public static double Reference(double x) => SpecialFunctions.Expm1(x);
}

internal readonly struct Log : IFunction
{
    public static double Ulps => 1.1;

    public static float[] Edges => [1.17549435e-38f, 0.6666667f, 1, 1.3333334f];

    public static (float X, float Y)[] Special =>
    [
        (1, 0), (0, float.NegativeInfinity), (-0f, float.NegativeInfinity),
        (float.PositiveInfinity, float.PositiveInfinity), (float.NegativeInfinity, float.NaN), (-1, float.NaN),
        (-float.Epsilon, float.NaN), (float.NaN, float.NaN),
    ];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Of<S, V>(V x)
        where S : struct, ISimd<V>
        where V : struct => VectorMath.Log<S, V>(x);

    public static double Reference(double x) => Math.Log(x);
}

internal readonly struct Log1p : IFunction
{
    public static double Ulps => 1.7;

    public static float[] Edges => [0.3333333f, 1, 16777216];

    public static (float X, float Y)[] Special =>
    [
        (0, 0), (-0f, -0f), (-1, float.NegativeInfinity), (float.PositiveInfinity, float.PositiveInfinity),
        (float.NegativeInfinity, float.NaN), (-1.0000001f, float.NaN), (float.NaN, float.NaN),
        (float.Epsilon, float.Epsilon), (-float.Epsilon, -float.Epsilon),
    ];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Of<S, V>(V x)
        where S : struct, ISimd<V>
        where V : struct => VectorMath.Log1p<S, V>(x);

    public static double Reference(double x) => SpecialFunctions.Log1p(x);
}
