using System.Runtime.CompilerServices;
using StaticNet.Generator.Ir;
using StaticNet.Numerics;

namespace StaticNet.Runtime.Tests.Numerics;

internal readonly struct LogCosh : IFunction
{
    public static double Ulps => 3;

    public static float[] Edges => [1];

    public static (float X, float Y)[] Special =>
    [
        (0, 0), (float.PositiveInfinity, float.PositiveInfinity), (float.NegativeInfinity, float.PositiveInfinity), (float.NaN, float.NaN),
        (float.MaxValue, float.MaxValue), (1e-30f, 0),
    ];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Of<S, V>(V x)
        where S : struct, ISimd<V>
        where V : struct => VectorMath.LogCosh<S, V>(x);

    // Near 0 by the sine, whose square does not cancel.
    public static double Reference(double x)
    {
        double a = Math.Abs(x), s = Math.Sinh(a / 2);
        return a < 1 ? SpecialFunctions.Log1p(2 * s * s) : a - Math.Log(2) + SpecialFunctions.Log1p(Math.Exp(-2 * a));
    }
}
