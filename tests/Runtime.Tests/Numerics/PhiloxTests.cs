using System.Runtime.Intrinsics;
using StaticNet.Numerics;
using StaticNet.Oracle;

namespace StaticNet.Runtime.Tests.Numerics;

public class PhiloxTests
{
    private const ulong Seed = 0x0123456789ABCDEF;

    /// <summary>The known answers of Random123 (kat_vectors, philox4x32 10): zeros, ones, and the digits of π.</summary>
    [Theory]
    [InlineData(0u, 0u, 0u, 0u, 0u, 0u, 0x6627E8D5u, 0xE169C58Du, 0xBC57AC4Cu, 0x9B00DBD8u)]
    [InlineData(
        uint.MaxValue, uint.MaxValue, uint.MaxValue, uint.MaxValue, uint.MaxValue, uint.MaxValue,
        0x408F276Du, 0x41C83B0Eu, 0xA20BC7C6u, 0x6D5451FDu)]
    [InlineData(
        0x243F6A88u, 0x85A308D3u, 0x13198A2Eu, 0x03707344u, 0xA4093822u, 0x299F31D0u,
        0xD16CFE09u, 0x94FDCCEBu, 0x5001E420u, 0x24126EA1u)]
    public void Known_answers(uint x0, uint x1, uint x2, uint x3, uint key0, uint key1, uint y0, uint y1, uint y2, uint y3) =>
        Assert.Equal(Vector128.Create(y0, y1, y2, y3), Philox.Block(x0, x1, x2, x3, key0, key1));

    [Fact]
    public void An_index_is_a_word_of_a_counted_block()
    {
        const ulong Number = 0x1234567890ABCDEF;
        Vector128<uint> block = Philox.Block(0x90ABCDEF, 0x12345678, 11, 22, 0x89ABCDEF, 0x01234567);
        for (int word = 0; word < 4; word++)
            Assert.Equal(block[word], Philox.At(Seed, 11, 22, (Number * 4) + (uint)word));
    }

    [Fact]
    public void Seed_stream_step_and_index_all_matter()
    {
        uint[] words =
        [
            Philox.At(1, 2, 3, 4), Philox.At(2, 2, 3, 4), Philox.At(1 | (1UL << 32), 2, 3, 4), Philox.At(1, 3, 3, 4), Philox.At(1, 2, 4, 4),
            Philox.At(1, 2, 3, 5), Philox.At(1, 2, 3, 8), Philox.At(1, 2, 3, 4 | (1UL << 34)),
        ];
        Assert.Equal(words.Length, words.Distinct().Count());
    }

    [Fact]
    public void Uniform_takes_the_upper_24_bits()
    {
        for (ulong i = 0; i < 1000; i++)
            Assert.Equal((Philox.At(Seed, 1, 2, i) >> 8) / 16777216.0, Philox.Uniform(Seed, 1, 2, i));
    }

    [Theory]
    [InlineData(3, 5, 16)]
    [InlineData(4, 16, 16)]
    [InlineData(7, 128, 128)]
    [InlineData(5, 126, 128)]
    [InlineData(9, 1, 1)]
    [InlineData(6, 3, 4)]
    [InlineData(3, 37, 48)]
    [InlineData(1, 2, 16)]
    [InlineData(0, 8, 16)]
    [InlineData(2, 0, 16)]
    public void Fill_goes_by_logical_index_and_clears_the_padding(int rows, int columns, int pitch)
    {
        float[] target = new float[(rows * pitch) + 1];
        Array.Fill(target, -1f);
        Philox.FillUniform(Seed, 3, 4, ref target[0], rows, columns, pitch);

        for (int row = 0; row < rows && columns > 0; row++)
            for (int column = 0; column < pitch; column++)
            {
                float expected = column < columns ? Philox.Uniform(Seed, 3, 4, (ulong)((row * columns) + column)) : 0;
                Assert.Equal(expected, target[(row * pitch) + column]);
            }

        Assert.Equal(-1f, target[^1]);
    }

    [Theory]
    [InlineData(3, 5, 16)]
    [InlineData(4, 16, 16)]
    [InlineData(9, 1, 1)]
    [InlineData(3, 37, 48)]
    [InlineData(0, 8, 16)]
    [InlineData(2, 0, 16)]
    public void Fill_of_normal_numbers_goes_by_logical_index_and_clears_the_padding(int rows, int columns, int pitch)
    {
        float[] target = new float[(rows * pitch) + 1];
        Array.Fill(target, -1f);
        Philox.FillNormal(Seed, 3, 4, ref target[0], rows, columns, pitch);
        Assert.All(target.Take(rows * pitch), (value, i) => Assert.Equal(
            i % pitch < columns ? Philox.Normal(Seed, 3, 4, (ulong)((i / pitch * columns) + i % pitch)) : 0, value));
        Assert.Equal(-1f, target[^1]);
    }

    [Fact]
    public void Fill_allocates_nothing()
    {
        float[] target = new float[64 * 48];
        Philox.FillUniform(Seed, 0, 0, ref target[0], 64, 37, 48);
        Philox.FillNormal(Seed, 0, 0, ref target[0], 64, 37, 48);
        long bytes = Allocated.By(() =>
        {
            Philox.FillUniform(Seed, 0, 1, ref target[0], 64, 37, 48);
            Philox.FillNormal(Seed, 0, 1, ref target[0], 64, 37, 48);
        });
        Assert.Equal(0, bytes);
    }

    [Fact]
    public void Uniform_fills_its_range_evenly()
    {
        const int Count = 100_000;
        float[] values = new float[Count];
        Philox.FillUniform(Seed, 0, 0, ref values[0], 1, Count, Count);

        Assert.All(values, x => Assert.InRange(x, 0f, 0.99999994f));
        foreach (int tenth in values.GroupBy(x => (int)(x * 10)).Select(g => g.Count()))
            Assert.InRange(tenth, (Count / 10) - 475, (Count / 10) + 475); // 5 standard deviations, √(n·0.1·0.9) each
    }

    [Fact]
    public void Normal_has_the_moments_of_the_normal_distribution()
    {
        const int Count = 100_000;
        double[] values = [.. Enumerable.Range(0, Count).Select(i => (double)Philox.Normal(Seed, 1, 2, (ulong)i))];
        double Moment(int k) => values.Average(x => Math.Pow(x, k));

        // Within 5 standard errors: √(E[x²ᵏ] − E[xᵏ]²) / √n.
        Assert.Equal(0, Moment(1), 5 * Math.Sqrt(1.0 / Count));
        Assert.Equal(1, Moment(2), 5 * Math.Sqrt(2.0 / Count));
        Assert.Equal(0, Moment(3), 5 * Math.Sqrt(15.0 / Count));
        Assert.Equal(3, Moment(4), 5 * Math.Sqrt(96.0 / Count));
        Assert.Equal(0, values.Zip(values.Skip(1), (a, b) => a * b).Average(), 5 * Math.Sqrt(1.0 / Count));
    }

    [Fact]
    public void Normal_is_Box_and_Mullers_of_the_words_of_a_pair()
    {
        for (ulong i = 0; i < 1000; i += 2)
        {
            double length = Math.Sqrt(-2 * Math.Log((Philox.At(Seed, 5, 6, i) + 1.0) / (1L << 32)));
            double angle = 2 * Math.PI * Philox.At(Seed, 5, 6, i + 1) / (1L << 32);
            Assert.Equal(length * Math.Cos(angle), Philox.Normal(Seed, 5, 6, i), 1e-6);
            Assert.Equal(length * Math.Sin(angle), Philox.Normal(Seed, 5, 6, i + 1), 1e-6);
        }
    }

    [Fact]
    public void The_series_of_Box_and_Muller_are_exact_to_double_precision()
    {
        for (int i = 1; i <= 10_000; i++)
        {
            double x = i / 10_000.0;
            Assert.Equal(Math.Log(x), BoxMuller.Log(x), 4e-16 * Math.Max(1, -Math.Log(x)));
            (double cosine, double sine) = BoxMuller.Turn((i - 1) / 10_000.0);
            Assert.Equal(Math.Cos(2 * Math.PI * (i - 1) / 10_000), cosine, 2e-15);
            Assert.Equal(Math.Sin(2 * Math.PI * (i - 1) / 10_000), sine, 2e-15);
        }
    }

    [Fact]
    public void The_extreme_words_give_finite_values()
    {
        foreach (uint radius in new[] { 0u, uint.MaxValue })
            foreach (uint angle in new[] { 0u, 1u << 29, 1u << 30, 1u << 31, uint.MaxValue })
            {
                (double cosine, double sine) = BoxMuller.Pair(radius, angle);
                Assert.InRange(Math.Abs(cosine) + Math.Abs(sine), 0, 9.5);
            }
    }
}
