using System.Runtime.Intrinsics;

namespace StaticNet.Numerics;

/// <summary>The random numbers that initialisers draw for one parameter, by logical index.</summary>
internal readonly struct InitialDraws(ulong seed, uint stream)
{
    /// <summary>The step of the counter that initialisers draw from; training counts from 0 and never gets there.</summary>
    private const uint Step = uint.MaxValue;

    private const int Words = 4;

    // A word w stands for the middle of its interval: (w + ½)·2⁻³¹ − 1, symmetric about 0 and within ±1.
    private const double SignedUnit = 1.0 / (1L << 31);

    // A normal number lies beyond ±2 in 4.6 % of all draws, and in so many draws in a row never.
    private const double Cut = 2;
    private const uint Attempts = 32;

    // What is chosen has words of its own, apart from the values'.
    private const uint ChoiceStep = Step - Attempts;

    /// <summary><c>U(−bound, bound)</c>.</summary>
    public void FillUniform(double bound, Span<float> values)
    {
        Vector128<uint> block = default;
        for (int i = 0; i < values.Length; i++)
        {
            if (i % Words == 0)
                block = Philox.Block(seed, stream, Step, (ulong)i / Words);
            values[i] = (float)(bound * (((block.GetElement(i % Words) + 0.5) * SignedUnit) - 1));
        }
    }

    /// <summary><c>N(0, deviation²)</c>.</summary>
    public void FillNormal(double deviation, Span<float> values)
    {
        for (int i = 0; i < values.Length; i += 2)
        {
            (double even, double odd) = Pair(Step, i);
            values[i] = (float)(deviation * even);
            if (i + 1 < values.Length)
                values[i + 1] = (float)(deviation * odd);
        }
    }

    /// <summary><c>N(0, 1)</c> in double precision.</summary>
    public void FillNormal(Span<double> values)
    {
        for (int i = 0; i < values.Length; i += 2)
        {
            (double even, double odd) = Pair(Step, i);
            values[i] = even;
            if (i + 1 < values.Length)
                values[i + 1] = odd;
        }
    }

    /// <summary><c>N(0, 1)</c> within ±2, times <paramref name="deviation"/>. Each attempt at an index has a step of its own.</summary>
    public void FillTruncatedNormal(double deviation, Span<float> values)
    {
        for (int i = 0; i < values.Length; i++)
        {
            double value = Cut + 1;
            for (uint attempt = 0; Math.Abs(value) > Cut && attempt < Attempts; attempt++)
            {
                (double even, double odd) = Pair(Step - attempt, i & ~1);
                value = i % 2 == 0 ? even : odd;
            }
            values[i] = (float)(deviation * Math.Clamp(value, -Cut, Cut));
        }
    }

    /// <summary>One of the whole numbers below <paramref name="count"/>; each <paramref name="index"/> gives another draw.</summary>
    public int Choose(int count, long index) => (int)((Philox.At(seed, stream, ChoiceStep, (ulong)index) * (ulong)count) >> 32);

    // The indices i and i + 1, i even, share two words of a block.
    private (double Even, double Odd) Pair(uint step, int i)
    {
        Vector128<uint> block = Philox.Block(seed, stream, step, (ulong)i / Words);
        return BoxMuller.Pair(block.GetElement(i % Words), block.GetElement((i % Words) + 1));
    }
}
