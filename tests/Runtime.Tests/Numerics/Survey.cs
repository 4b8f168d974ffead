using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using StaticNet.Numerics;

namespace StaticNet.Runtime.Tests.Numerics;

/// <summary>The largest errors of a function at some floats, each with its place.</summary>
/// <param name="Ulps">In units of the last place.</param>
/// <param name="Absolute">In <c>max(1, |x|)</c>.</param>
/// <param name="Share">Of what is promised; at most 1 if the promise holds.</param>
internal readonly record struct Survey((double Error, float At) Ulps, (double Error, float At) Absolute, (double Error, float At) Share)
{
    public const int Chunk = 1 << 14;

    /// <summary>The survey of some floats, which fails where two widths differ.</summary>
    public static Survey Of<F>(IEnumerable<float> floats)
        where F : IFunction => floats.Chunk(Chunk).Aggregate(default(Survey), (survey, x) => survey.And(OfChunk<F>(x)));

    /// <summary>The survey of the floats whose bits go from <paramref name="first"/> on, as many as a chunk has.</summary>
    public static Survey OfBits<F>(uint first)
        where F : IFunction
    {
        float[] x = new float[Chunk];
        for (int i = 0; i < Chunk; i++)
            x[i] = BitConverter.UInt32BitsToSingle(first + (uint)i);
        return OfChunk<F>(x);
    }

    /// <summary>The larger errors of both.</summary>
    public Survey And(Survey other) => new(Larger(Ulps, other.Ulps), Larger(Absolute, other.Absolute), Larger(Share, other.Share));

    /// <summary>The function at some floats, at one width.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static float[] Map<F, S, V>(float[] x)
        where F : IFunction
        where S : struct, ISimd<V>
        where V : struct
    {
        float[] padded = new float[(x.Length + S.Width - 1) / S.Width * S.Width];
        x.CopyTo(padded, 0);
        for (int i = 0; i < padded.Length; i += S.Width)
            S.Store(F.Of<S, V>(S.Load(in padded[0], i)), ref padded[0], i);
        return padded[..x.Length];
    }

    private static Survey OfChunk<F>(float[] x)
        where F : IFunction
    {
        float[] y = Map<F, Simd512, Vector512<float>>(x);
        AssertSameBits<F>(x, y, Map<F, Simd256, Vector256<float>>(x));
        AssertSameBits<F>(x, y, Map<F, Simd128, Vector128<float>>(x));
        Survey survey = default;
        for (int i = 0; i < x.Length; i++)
        {
            double reference = F.Reference(x[i]);
            if (((float)reference).Equals(y[i]))
                continue; // correctly rounded

            double ulps = ErrorInUlp(y[i], reference);
            double absolute = Math.Abs(y[i] - reference) / Math.Max(1, Math.Abs(x[i]));
            double share = Math.Min(ulps / F.Ulps, F.Absolute == 0 ? double.PositiveInfinity : absolute / F.Absolute);
            survey = survey.And(new((ulps, x[i]), (absolute, x[i]), (share, x[i])));
        }

        return survey;
    }

    // What is not a number is larger than any number.
    private static (double Error, float At) Larger((double Error, float At) a, (double Error, float At) b) => b.Error <= a.Error ? a : b;

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
            return double.PositiveInfinity;
        const double Beyond = 2.0 * (1UL << 63) * (1UL << 63) * 2;
        reference = Math.Clamp(reference, -Beyond, Beyond);
        int exponent = reference == 0 ? -126 : Math.Clamp(Math.ILogB(reference), -126, 127);
        return Math.Abs(Math.Clamp(y, -Beyond, Beyond) - reference) / Math.ScaleB(1, exponent - 23);
    }
}
