using System.Runtime.Intrinsics;
using StaticNet.Numerics;

namespace StaticNet.Runtime.Tests.Numerics;

public sealed class Simd128Tests : SimdTests<Simd128, Vector128<float>>
{
    protected override int ExpectedWidth => 4;
}

public sealed class Simd256Tests : SimdTests<Simd256, Vector256<float>>
{
    protected override int ExpectedWidth => 8;
}

public sealed class Simd512Tests : SimdTests<Simd512, Vector512<float>>
{
    protected override int ExpectedWidth => 16;
}

public sealed class Exact128Tests : SimdTests<Exact128, Vector128<float>>
{
    protected override int ExpectedWidth => 4;
}

public sealed class TwinTests : SimdTests<Twin<Simd256, Vector256<float>>, Pair<Vector256<float>>>
{
    protected override int ExpectedWidth => 16;
}

public sealed class TwinOfTwinsTests : SimdTests<Twin<Twin<Exact128, Vector128<float>>, Pair<Vector128<float>>>, Pair<Pair<Vector128<float>>>>
{
    protected override int ExpectedWidth => 16;
}

/// <summary>Every member of a width against the same operation lane by lane.</summary>
public abstract class SimdTests<S, V>
    where S : struct, ISimd<V>
    where V : struct
{
    private static readonly float[] s_a = [.. Enumerable.Range(0, 32).Select(i => ((i * 7 % 13) - 5.25f) * 0.375f)];
    private static readonly float[] s_b = [.. Enumerable.Range(0, 32).Select(i => (i * 5 % 11) - 4.5f)];
    private static readonly float[] s_c = [.. Enumerable.Range(0, 32).Select(i => (i % 3 == 0 ? s_a[i] : 0.1f) * 3)];

    protected abstract int ExpectedWidth { get; }

    [Fact]
    public void Width_and_constants()
    {
        Assert.Equal(ExpectedWidth, S.Width);
        AssertLanes(S.Zero, _ => 0);
        AssertLanes(S.Splat(2.5f), _ => 2.5f);
        AssertLanes(S.SplatInt32(0x40490FDB), _ => MathF.PI);
        AssertLanes(S.Index(-3), i => i - 3);
        AssertLanes(S.Index(1 << 20), i => (1 << 20) + i);
    }

    [Fact]
    public void Load_and_store_at_any_offset()
    {
        for (int offset = 0; offset < 5; offset++)
        {
            AssertLanes(S.Load(in s_a[0], offset), i => s_a[offset + i]);
            float[] target = new float[S.Width + 8];
            S.Store(S.Load(in s_a[0], offset), ref target[0], offset);
            for (int i = 0; i < target.Length; i++)
                Assert.Equal(i >= offset && i < offset + S.Width ? s_a[i] : 0, target[i]);
        }
    }

    [Fact]
    public void Integers_are_converted()
    {
        float[] stored = [.. Enumerable.Range(0, 20).Select(i => BitConverter.Int32BitsToSingle((i * 1_000_003) - 7))];
        AssertLanes(S.LoadInt32(in stored[0], 3), i => ((i + 3) * 1_000_003) - 7);
        AssertLanes(S.ConvertInt32(S.Load(in stored[0], 0)), i => (i * 1_000_003) - 7);
    }

    [Fact]
    public void Arithmetic()
    {
        (V a, V b, V c) = (S.Load(in s_a[0], 0), S.Load(in s_b[0], 0), S.Load(in s_c[0], 0));
        AssertLanes(S.Add(a, b), i => s_a[i] + s_b[i]);
        AssertLanes(S.Subtract(a, b), i => s_a[i] - s_b[i]);
        AssertLanes(S.Multiply(a, b), i => s_a[i] * s_b[i]);
        AssertLanes(S.Divide(a, b), i => s_a[i] / s_b[i]);
        AssertLanes(S.Negate(a), i => -s_a[i]);
        AssertLanes(S.Negate(S.Zero), _ => -0f);
        AssertLanes(S.Abs(a), i => MathF.Abs(s_a[i]));
        AssertLanes(S.Sqrt(a), i => MathF.Sqrt(s_a[i]));
        AssertLanes(S.Max(a, b), i => MathF.Max(s_a[i], s_b[i]));
        AssertLanes(S.Min(a, b), i => MathF.Min(s_a[i], s_b[i]));
        AssertLanes(
            S.FusedMultiplyAdd(a, b, c),
            i => MathF.FusedMultiplyAdd(s_a[i], s_b[i], s_c[i]),
            i => (s_a[i] * s_b[i]) + s_c[i]);
    }

    [Fact]
    public void Max_and_min_keep_a_NaN_of_the_second_operand()
    {
        V nan = S.Splat(float.NaN);
        AssertLanes(S.Max(S.Splat(1), nan), _ => float.NaN);
        AssertLanes(S.Min(S.Splat(1), nan), _ => float.NaN);
        AssertLanes(S.Max(S.Splat(float.NegativeInfinity), nan), _ => float.NaN);
        AssertLanes(S.Min(S.Splat(float.PositiveInfinity), nan), _ => float.NaN);
    }

    [Fact]
    public void Selections()
    {
        (V a, V b) = (S.Load(in s_a[0], 0), S.Load(in s_b[0], 0));
        (V yes, V no) = (S.Splat(1), S.Splat(2));
        AssertLanes(S.SelectGreater(a, b, yes, no), i => s_a[i] > s_b[i] ? 1 : 2);
        AssertLanes(S.SelectGreater(a, a, yes, no), _ => 2);
        AssertLanes(S.SelectGreater(S.Splat(float.NaN), b, yes, no), _ => 2);
        AssertLanes(S.SelectGreater(a, S.Splat(float.NaN), yes, no), _ => 2);
        AssertLanes(S.SelectEqual(a, S.Splat(s_a[2]), yes, no), i => s_a[i] == s_a[2] ? 1 : 2);
        AssertLanes(S.SelectEqual(S.Zero, S.Splat(-0f), yes, no), _ => 1);
        AssertLanes(S.SelectEqual(S.Splat(float.NaN), S.Splat(float.NaN), yes, no), _ => 2);
    }

    [Fact]
    public void First_lanes_are_kept()
    {
        (V a, V b) = (S.Load(in s_a[0], 0), S.Load(in s_b[0], 0));
        for (int count = -1; count <= S.Width + 1; count++)
            AssertLanes(S.KeepFirst(a, count, b), i => i < count ? s_a[i] : s_b[i]);
    }

    [Fact]
    public void Across_lanes()
    {
        V a = S.Load(in s_a[0], 1);
        Assert.Equal(s_a.Skip(1).Take(S.Width).Sum(), S.Sum(a), 1e-5);
        Assert.Equal(s_a[1], S.First(a));
        for (int lane = 0; lane < S.Width; lane++)
        {
            float[] values = new float[S.Width];
            Array.Fill(values, -7f);
            values[lane] = -2f;
            Assert.Equal(-2f, S.MaxAcross(S.Load(in values[0], 0)));
            Assert.Equal(-2f - (7f * (S.Width - 1)), S.Sum(S.Load(in values[0], 0)));
        }
    }

    [Fact]
    public void Operations_on_bits()
    {
        (V a, V b) = (S.Load(in s_a[0], 0), S.Load(in s_b[0], 0));
        AssertBits(S.And(a, b), i => Bits(s_a[i]) & Bits(s_b[i]));
        AssertBits(S.Or(a, b), i => Bits(s_a[i]) | Bits(s_b[i]));
        AssertBits(S.AddInt32(a, b), i => unchecked(Bits(s_a[i]) + Bits(s_b[i])));
        AssertBits(S.SubtractInt32(a, b), i => unchecked(Bits(s_a[i]) - Bits(s_b[i])));
        AssertBits(S.ShiftLeft(a, 5), i => Bits(s_a[i]) << 5);
        AssertBits(S.ShiftRight(a, 5), i => Bits(s_a[i]) >> 5);
    }

    // A product of a float and a power of two is exact in double precision, so that only its conversion rounds.
    [Fact]
    public void A_power_of_two_scales_and_rounds_once()
    {
        float[] factors = [.. Enumerable.Range(0, 32).Select(i => (i % 2 == 0 ? 1 : -1) * (0.5f + (i * 0.0625f) + MathF.BitIncrement(0.1f)))];
        V a = S.Load(in factors[0], 0);
        for (int n = -150; n <= 150; n++)
        {
            V rounded = S.Splat(PowersOfTwo.Rounder + n);
            AssertBits(S.Scale(a, rounded), i => Bits((float)(factors[i] * Math.ScaleB(1, n))));
            Assert.All(Lanes(S.Scale(S.Splat(float.NaN), rounded)), lane => Assert.Equal(float.NaN, lane));
        }
    }

    private static int Bits(float value) => BitConverter.SingleToInt32Bits(value);

    private static float[] Lanes(V vector)
    {
        float[] lanes = new float[S.Width];
        S.Store(vector, ref lanes[0], 0);
        return lanes;
    }

    private static void AssertBits(V actual, Func<int, int> expected) =>
        Assert.Equal(Enumerable.Range(0, S.Width).Select(expected), Lanes(actual).Select(Bits));

    // Equal as float.Equals has it: NaN equals NaN; the signs of zeros are compared apart. An alternative is what the CPU may give instead.
    private static void AssertLanes(V actual, Func<int, float> expected, Func<int, float>? alternative = null)
    {
        float[] lanes = Lanes(actual);
        for (int i = 0; i < lanes.Length; i++)
        {
            float wanted = expected(i);
            if (alternative is null || !lanes[i].Equals(alternative(i)))
                Assert.True(lanes[i].Equals(wanted), $"lane {i}: expected {wanted:R}, got {lanes[i]:R}");
            if (wanted == 0)
                Assert.Equal(float.IsNegative(wanted), float.IsNegative(lanes[i]));
        }
    }
}
