using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using StaticNet.Numerics;

namespace StaticNet.Runtime.Tests.Numerics;

/// <summary>Each function at two million floats of all exponents, both signs and NaN, and at the edges, against double precision.</summary>
public class VectorMathTests
{
    private const float Inf = float.PositiveInfinity;

    // A prime number of floats apart: 4,096 to each power of two, with every pattern of low bits.
    private const uint Stride = 2053;
    private const int Chunk = 1 << 14;

    [Fact]
    public void Exp_errs_by_less_than_1_1_ulp() => AssertError<Exp>(1.1);

    [Fact]
    public void Expm1_errs_by_less_than_1_7_ulp() => AssertError<Expm1>(1.7);

    [Fact]
    public void Log_errs_by_less_than_1_1_ulp() => AssertError<Log>(1.1);

    [Fact]
    public void Log1p_errs_by_less_than_1_7_ulp() => AssertError<Log1p>(1.7);

    [Fact]
    public void Tanh_errs_by_less_than_2_9_ulp() => AssertError<Tanh>(2.9);

    [Fact]
    public void Sigmoid_errs_by_less_than_2_5_ulp() => AssertError<Sigmoid>(2.5);

    [Fact]
    public void LogCosh_errs_by_less_than_3_ulp() => AssertError<LogCosh>(3);

    [Fact]
    public void LogCosh_at_the_edges() => AssertExact<LogCosh>(
        (0, 0), (Inf, Inf), (-Inf, Inf), (float.NaN, float.NaN), (float.MaxValue, float.MaxValue), (1e-30f, 0));

    [Fact]
    public void Exp_at_the_edges() => AssertExact<Exp>(
        (0, 1), (-0f, 1), (Inf, Inf), (-Inf, 0), (float.NaN, float.NaN), (float.Epsilon, 1), (88.8f, Inf),
        (float.MaxValue, Inf), (-104, 0), (float.MinValue, 0));

    [Fact]
    public void Expm1_at_the_edges() => AssertExact<Expm1>(
        (0, 0), (-0f, -0f), (Inf, Inf), (-Inf, -1), (float.NaN, float.NaN), (float.Epsilon, float.Epsilon),
        (-float.Epsilon, -float.Epsilon), (88.8f, Inf), (-18, -1), (float.MinValue, -1));

    [Fact]
    public void Log_at_the_edges() => AssertExact<Log>(
        (1, 0), (0, -Inf), (-0f, -Inf), (Inf, Inf), (-Inf, float.NaN), (-1, float.NaN), (-float.Epsilon, float.NaN),
        (float.NaN, float.NaN));

    [Fact]
    public void Log1p_at_the_edges() => AssertExact<Log1p>(
        (0, 0), (-0f, -0f), (-1, -Inf), (Inf, Inf), (-Inf, float.NaN), (-1.0000001f, float.NaN), (float.NaN, float.NaN),
        (float.Epsilon, float.Epsilon), (-float.Epsilon, -float.Epsilon));

    [Fact]
    public void Tanh_at_the_edges() => AssertExact<Tanh>(
        (0, 0), (-0f, -0f), (Inf, 1), (-Inf, -1), (float.NaN, float.NaN), (float.Epsilon, float.Epsilon), (20, 1), (float.MinValue, -1));

    [Fact]
    public void Sigmoid_at_the_edges() => AssertExact<Sigmoid>(
        (0, 0.5f), (-0f, 0.5f), (Inf, 1), (-Inf, 0), (float.NaN, float.NaN), (20, 1), (float.MaxValue, 1), (-104, 0), (float.MinValue, 0));

    private static void AssertExact<F>(params (float X, float Y)[] cases)
        where F : IFunction
    {
        foreach ((float x, float y) in cases)
        {
            float[] source = [.. Enumerable.Repeat(x, Simd512.Width)];
            float[] narrow = Map<F, Simd128, Vector128<float>>(source);
            float[] middle = Map<F, Simd256, Vector256<float>>(source);
            foreach (float result in (float[])[.. narrow, .. middle, .. Map<F, Simd512, Vector512<float>>(source)])
            {
                Assert.True(
                    result.Equals(y) && (y != 0 || float.IsNegative(result) == float.IsNegative(y)),
                    $"{typeof(F).Name}({x:R}): expected {y:R}, got {result:R}");
            }
        }
    }

    private static void AssertError<F>(double limit)
        where F : IFunction
    {
        (double worst, float at) = (0, 0);
        float[] x = new float[Chunk];
        for (ulong bits = 0; bits <= uint.MaxValue;)
        {
            for (int i = 0; i < Chunk; i++, bits += Stride)
                x[i] = BitConverter.UInt32BitsToSingle((uint)Math.Min(bits, uint.MaxValue));
            float[] y = Map<F, Simd512, Vector512<float>>(x);
            AssertSameBits<F>(x, y, Map<F, Simd256, Vector256<float>>(x));
            AssertSameBits<F>(x, y, Map<F, Simd128, Vector128<float>>(x));
            for (int i = 0; i < Chunk; i++)
            {
                double error = ErrorInUlp(y[i], F.Reference(x[i]));
                if (error > worst)
                    (worst, at) = (error, x[i]);
            }
        }

        Assert.True(worst < limit, $"{typeof(F).Name}({at:R}) errs by {worst:F3} ulp; below {limit} is promised");
    }

    private static void AssertSameBits<F>(float[] x, float[] wide, float[] narrow)
        where F : IFunction
    {
        if (MemoryMarshal.Cast<float, int>(wide.AsSpan()).SequenceEqual(MemoryMarshal.Cast<float, int>(narrow.AsSpan())))
            return;
        for (int i = 0; i < x.Length; i++)
            Assert.True(wide[i].Equals(narrow[i]), $"{typeof(F).Name}({x[i]:R}) is {wide[i]:R} at 512 bits and {narrow[i]:R} below");
    }

    // Results beyond the largest float count as the next power of two, which is what an infinity rounds from.
    private static double ErrorInUlp(float y, double reference)
    {
        if (float.IsNaN(y) || double.IsNaN(reference))
            return float.IsNaN(y) && double.IsNaN(reference) ? 0 : Inf;
        const double Beyond = 2.0 * (1UL << 63) * (1UL << 63) * 2;
        reference = Math.Clamp(reference, -Beyond, Beyond);
        int exponent = reference == 0 ? -126 : Math.Clamp(Math.ILogB(reference), -126, 127);
        return Math.Abs(Math.Clamp(y, -Beyond, Beyond) - reference) / Math.ScaleB(1, exponent - 23);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static float[] Map<F, S, V>(float[] x)
        where F : IFunction
        where S : struct, ISimd<V>
        where V : struct
    {
        float[] y = new float[x.Length];
        for (int i = 0; i < x.Length; i += S.Width)
            S.Store(F.Of<S, V>(S.Load(in x[0], i)), ref y[0], i);
        return y;
    }
}
