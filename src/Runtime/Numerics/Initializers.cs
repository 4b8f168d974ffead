using System.Runtime.Intrinsics;

namespace StaticNet.Numerics;

/// <summary>Fills a parameter with its first values: a function of the seed, the parameter's stream and the logical index alone.</summary>
public static class Initializers
{
    /// <summary>The step of the counter that initialisers draw from; training counts from 0 and never gets there.</summary>
    private const uint Step = uint.MaxValue;

    private const int Words = 4;

    // A word w stands for the middle of its interval: (w + ½)·2⁻³¹ − 1, symmetric about 0 and within ±1.
    private const double SignedUnit = 1.0 / (1L << 31);

    /// <summary>Fills <paramref name="values"/>, in logical order, from the distribution that <paramref name="init"/> names.</summary>
    /// <param name="init">The distribution.</param>
    /// <param name="scale">Multiplies every value.</param>
    /// <param name="fanIn">The inputs that a unit sums; at least 1 where the distribution uses it.</param>
    /// <param name="fanOut">The units that an input feeds; at least 1 where the distribution uses it.</param>
    /// <param name="seed">The network's seed.</param>
    /// <param name="stream">The parameter's index in its table.</param>
    /// <param name="values">The parameter in logical order.</param>
    /// <exception cref="ArgumentOutOfRangeException">The scale is not finite, a fan is below 1, or the initialiser is unknown.</exception>
    public static void Fill(Init init, double scale, int fanIn, int fanOut, ulong seed, uint stream, Span<float> values)
    {
        if (!double.IsFinite(scale))
            throw new ArgumentOutOfRangeException(nameof(scale), scale, "An initialiser's scale must be finite; give a number such as 1.");

        switch (init)
        {
            case Init.Zeros:
                values.Clear();
                break;
            case Init.Ones:
                values.Fill((float)scale);
                break;
            case Init.Normal or Init.GlorotNormal or Init.HeNormal:
                FillNormal(scale * Math.Sqrt(Variance(init, fanIn, fanOut)), seed, stream, values);
                break;
            case Init.Uniform or Init.GlorotUniform or Init.HeUniform:
                FillUniform(scale * Math.Sqrt(3 * Variance(init, fanIn, fanOut)), seed, stream, values);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(init), init, $"{init} is no initialiser; give a member of {nameof(Init)}.");
        }
    }

    // U(−a, a) has the variance a²/3.
    private static double Variance(Init init, int fanIn, int fanOut) => init switch
    {
        Init.Normal => 1,
        Init.Uniform => 1.0 / 3,
        Init.GlorotNormal or Init.GlorotUniform => 2.0 / ((double)Fan(fanIn, nameof(fanIn)) + Fan(fanOut, nameof(fanOut))),
        _ => 2.0 / Fan(fanIn, nameof(fanIn)),
    };

    private static int Fan(int fan, string name) => fan >= 1
        ? fan
        : throw new ArgumentOutOfRangeException(name, fan, "Glorot and He divide by the fan, which must be at least 1; give the weight's.");

    private static void FillUniform(double bound, ulong seed, uint stream, Span<float> values)
    {
        Vector128<uint> block = default;
        for (int i = 0; i < values.Length; i++)
        {
            if (i % Words == 0)
                block = Philox.Block(seed, stream, Step, (ulong)i / Words);
            values[i] = (float)(bound * (((block.GetElement(i % Words) + 0.5) * SignedUnit) - 1));
        }
    }

    private static void FillNormal(double deviation, ulong seed, uint stream, Span<float> values)
    {
        Vector128<uint> block = default;
        for (int i = 0; i < values.Length; i += 2)
        {
            if (i % Words == 0)
                block = Philox.Block(seed, stream, Step, (ulong)i / Words);
            (double cosine, double sine) = BoxMuller.Pair(block.GetElement(i % Words), block.GetElement((i % Words) + 1));
            values[i] = (float)(deviation * cosine);
            if (i + 1 < values.Length)
                values[i + 1] = (float)(deviation * sine);
        }
    }
}
