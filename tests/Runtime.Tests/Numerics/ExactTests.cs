using System.Runtime.Intrinsics;
using StaticNet.Numerics;
using Halves = StaticNet.Numerics.Twin<StaticNet.Numerics.Simd256, System.Runtime.Intrinsics.Vector256<float>>;
using Quarter = StaticNet.Numerics.Twin<StaticNet.Numerics.Exact128, System.Runtime.Intrinsics.Vector128<float>>;
using Quarters = StaticNet.Numerics.Twin<
    StaticNet.Numerics.Twin<StaticNet.Numerics.Exact128, System.Runtime.Intrinsics.Vector128<float>>,
    StaticNet.Numerics.Pair<System.Runtime.Intrinsics.Vector128<float>>>;

namespace StaticNet.Runtime.Tests.Numerics;

/// <summary>What deterministic networks rest on: operations whose bits no processor changes.</summary>
public class ExactTests
{
    private const int Trials = 500_000;

    [Fact]
    public void The_multiply_add_in_software_rounds_once()
    {
        var random = new Random(1);
        for (int trial = 0; trial < Trials; trial++)
        {
            float[] a = [.. Four(random)], b = [.. Four(random)], c = [.. Four(random)];
            if (trial % 2 == 0)
                Cancel(random, a, b, c);
            Vector128<float> found = RoundToOdd.FusedMultiplyAdd(Vector128.Create(a), Vector128.Create(b), Vector128.Create(c));
            for (int i = 0; i < 4; i++)
                AssertBits(MathF.FusedMultiplyAdd(a[i], b[i], c[i]), found[i], $"{a[i]:R}·{b[i]:R} + {c[i]:R}");
        }
    }

    // 1 + 2⁻²³ is odd in its last place: half a unit above it a double forgets the 2⁻¹⁰⁰ that decides.
    private static readonly (float A, float B, float C)[] s_edges =
    [
        (1, 5.9604645e-8f, 1.00000012f),
        (7.8886091e-31f, 7.8886091e-31f, 1.40129846e-45f),
        (5.60519386e-45f, 0.5f, 1.17549435e-38f),
        (float.MaxValue, 2, float.NegativeInfinity),
        (float.MaxValue, float.MaxValue, -float.MaxValue),
        (float.PositiveInfinity, 0, 1),
        (float.NaN, 1, 1),
        (-0f, 1, 0f),
        (-0f, 1, -0f),
        (1, -1, 1),
    ];

    [Fact]
    public void Edges_of_the_multiply_add()
    {
        foreach ((float a, float magnitude, float c) in s_edges)
        {
            foreach (float b in new[] { magnitude, -magnitude })
            {
                Vector128<float> found = RoundToOdd.FusedMultiplyAdd(Vector128.Create(a), Vector128.Create(b), Vector128.Create(c));
                AssertBits(MathF.FusedMultiplyAdd(a, b, c), found[0], $"{a:R}·{b:R} + {c:R}");
            }
        }
    }

    [Fact]
    public void Lanes_fold_alike_at_every_width()
    {
        var random = new Random(2);
        for (int trial = 0; trial < 1000; trial++)
        {
            float[] x = [.. Enumerable.Range(0, 64).Select(_ => (float)(random.NextDouble() - 0.5) * MathF.Pow(2, random.Next(20)))];
            float sum = Simd512.Sum(Simd512.Load(in x[0], 0));
            AssertBits(sum, Halves.Sum(Halves.Load(in x[0], 0)), "two halves");
            AssertBits(sum, Quarters.Sum(Quarters.Load(in x[0], 0)), "four quarters");
            AssertBits(Simd512.MaxAcross(Simd512.Load(in x[0], 0)), Quarters.MaxAcross(Quarters.Load(in x[0], 0)), "maximum");

            Vector128<float> each = Quarters.SumEach(At(x, 0), At(x, 16), At(x, 32), At(x, 48));
            for (int i = 0; i < 4; i++)
                AssertBits(Simd512.Sum(Simd512.Load(in x[0], 16 * i)), each[i], $"sum {i} of four");
        }
    }

    [Fact]
    public void Maximum_and_minimum_are_those_of_x64()
    {
        foreach ((float a, float b) in new[] { (0f, -0f), (-0f, 0f), (float.NaN, 1), (1, float.NaN), (1, 2), (2, 1) })
        {
            AssertBits(a > b ? a : b, Quarter.Max(Quarter.Splat(a), Quarter.Splat(b)).High[3], $"max({a}, {b})");
            AssertBits(a < b ? a : b, Quarter.Min(Quarter.Splat(a), Quarter.Splat(b)).High[3], $"min({a}, {b})");
        }
    }

    private static Pair<Pair<Vector128<float>>> At(float[] x, int offset) => Quarters.Load(in x[0], offset);

    // Any bits at all: denormals, infinities and NaN too.
    private static IEnumerable<float> Four(Random random) =>
        Enumerable.Range(0, 4).Select(_ => BitConverter.Int32BitsToSingle((int)random.NextInt64(1L << 32)));

    // Factors near 1 and an addend near the product or near half a unit of it: where rounding twice goes wrong.
    private static void Cancel(Random random, float[] a, float[] b, float[] c)
    {
        for (int i = 0; i < 4; i++)
        {
            a[i] = 1 + random.Next(1 << 12) * 1.1920929e-7f;
            b[i] = (1 + random.Next(1 << 12) * 1.1920929e-7f) * MathF.Pow(2, random.Next(-30, 30));
            c[i] = -a[i] * b[i] * MathF.Pow(2, random.Next(-26, 26)) + (random.Next(2) * 1e-20f);
        }
    }

    private static void AssertBits(float expected, float found, string what) => Assert.True(
        BitConverter.SingleToInt32Bits(expected) == BitConverter.SingleToInt32Bits(found) || (float.IsNaN(expected) && float.IsNaN(found)),
        $"{what}: expected {expected:R}, found {found:R}");
}
