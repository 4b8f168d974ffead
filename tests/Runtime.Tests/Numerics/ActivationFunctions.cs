using System.Runtime.CompilerServices;
using StaticNet.Generator.Ir;
using StaticNet.Numerics;

namespace StaticNet.Runtime.Tests.Numerics;

internal readonly struct Softplus : IFunction
{
    public static double Ulps => 4;

    public static double Absolute => 1.0 / (1 << 22);

    public static float[] Edges => [0.3465736f, 16.63554f, 87.33655f, 103.9721f, 104];

    public static (float X, float Y)[] Special =>
    [
        (float.PositiveInfinity, float.PositiveInfinity), (float.NegativeInfinity, 0), (float.NaN, float.NaN), (20, 20),
        (float.MaxValue, float.MaxValue), (float.MinValue, 0),
    ];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Of<S, V>(V x)
        where S : struct, ISimd<V>
        where V : struct => VectorMath.Softplus<S, V>(x);

    public static double Reference(double x) => SpecialFunctions.Softplus(x);
}

/// <summary>As the layer composes it.</summary>
internal readonly struct SiLU : IFunction
{
    public static double Ulps => 4;

    public static double Absolute => 1.0 / (1 << 22);

    public static float[] Edges => [0.3465736f, 17.32868f, 87.33655f, 103.9721f, 104];

    public static (float X, float Y)[] Special =>
    [
        (0, 0), (-0f, -0f), (float.PositiveInfinity, float.PositiveInfinity), (float.NegativeInfinity, float.NaN),
        (float.NaN, float.NaN), (20, 20), (float.MaxValue, float.MaxValue), (float.MinValue, -0f),
    ];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Of<S, V>(V x)
        where S : struct, ISimd<V>
        where V : struct => S.Multiply(x, VectorMath.Sigmoid<S, V>(x));

    public static double Reference(double x) => x * Sigmoid.Reference(x);
}

internal readonly struct Mish : IFunction
{
    public static double Ulps => 4;

    public static double Absolute => 1.0 / (1 << 22);

    public static float[] Edges => [0.3465736f, 20, 87.33655f, 103.9721f, 104];

    public static (float X, float Y)[] Special =>
    [
        (0, 0), (-0f, -0f), (float.PositiveInfinity, float.PositiveInfinity), (float.NegativeInfinity, float.NaN),
        (float.NaN, float.NaN), (20, 20), (float.MaxValue, float.MaxValue), (float.MinValue, -0f),
    ];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Of<S, V>(V x)
        where S : struct, ISimd<V>
        where V : struct => VectorMath.Mish<S, V>(x);

    public static double Reference(double x) => x * Math.Tanh(SpecialFunctions.Softplus(x));
}

/// <summary>As the layer composes it.</summary>
internal readonly struct GELU : IFunction
{
    public static double Ulps => 4;

    public static double Absolute => 1.0 / (1 << 22);

    public static float[] Edges => [0.42f, 5.5578f, 14.16f];

    public static (float X, float Y)[] Special =>
    [
        (0, 0), (-0f, -0f), (float.PositiveInfinity, float.PositiveInfinity), (float.NegativeInfinity, float.NaN),
        (float.NaN, float.NaN), (10, 10), (float.MaxValue, float.MaxValue), (float.MinValue, -0f),
    ];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Of<S, V>(V x)
        where S : struct, ISimd<V>
        where V : struct => S.Multiply(x, VectorMath.NormalCdf<S, V>(x));

    public static double Reference(double x) => x * SpecialFunctions.NormalCdf(x);
}

/// <summary>As the layer composes it.</summary>
internal readonly struct GELUByTanh : IFunction
{
    public static double Ulps => 4;

    public static double Absolute => 1.0 / (1 << 22);

    public static float[] Edges => [5.0f, 10.05f];

    public static (float X, float Y)[] Special =>
    [
        (0, 0), (-0f, -0f), (float.PositiveInfinity, float.PositiveInfinity), (float.NegativeInfinity, float.NaN),
        (float.NaN, float.NaN), (10, 10), (float.MaxValue, float.MaxValue), (float.MinValue, -0f),
    ];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Of<S, V>(V x)
        where S : struct, ISimd<V>
        where V : struct
    {
        V slope = S.FusedMultiplyAdd(S.Splat(0.0713548163f), S.Multiply(x, x), S.Splat(1.59576912f));
        return S.Multiply(x, VectorMath.Sigmoid<S, V>(S.Multiply(x, slope)));
    }

    public static double Reference(double x) => x * Sigmoid.Reference(2 * Math.Sqrt(2 / Math.PI) * (x + (0.044715 * x * x * x)));
}
