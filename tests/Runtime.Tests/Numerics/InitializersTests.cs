using StaticNet.Numerics;

namespace StaticNet.Runtime.Tests.Numerics;

public class InitializersTests
{
    private const int Count = 40_000;
    private const int FanIn = 30;
    private const int FanOut = 50;

    private static float[] Fill(Init init, double scale = 1, ulong seed = 7, uint stream = 3, int count = Count)
    {
        float[] values = new float[count];
        Array.Fill(values, float.NaN);
        Initializers.Fill(init, scale, FanIn, FanOut, seed, stream, values);
        return values;
    }

    [Fact]
    public void Zeros_are_zero() => Assert.All(Fill(Init.Zeros, 3), x => Assert.Equal(0f, x));

    [Fact]
    public void Ones_are_the_scale() => Assert.All(Fill(Init.Ones, 0.1), x => Assert.Equal(0.1f, x));

    [Theory]
    [InlineData(Init.Uniform, 1, 1.0)]
    [InlineData(Init.Uniform, 0.5, 0.5)]
    [InlineData(Init.GlorotUniform, 1, 0.27386128)] // √(6 / 80)
    [InlineData(Init.GlorotUniform, 2, 0.54772256)]
    [InlineData(Init.HeUniform, 1, 0.4472136)] // √(6 / 30)
    public void Uniform_ones_fill_their_range_and_stay_inside(Init init, double scale, double bound)
    {
        float[] values = Fill(init, scale);
        Assert.All(values, x => Assert.InRange(x, (float)-bound, (float)bound));
        Assert.InRange(values.Max(), 0.999 * bound, bound * 1.0000001);
        Assert.InRange(values.Min(), bound * -1.0000001, -0.999 * bound);
        AssertMoments(values, bound / Math.Sqrt(3), kurtosis: 1.8);
    }

    [Theory]
    [InlineData(Init.Normal, 1, 1.0)]
    [InlineData(Init.Normal, 0.02, 0.02)]
    [InlineData(Init.GlorotNormal, 1, 0.15811388)] // √(2 / 80)
    [InlineData(Init.HeNormal, 1, 0.25819889)] // √(2 / 30)
    [InlineData(Init.HeNormal, 3, 0.77459667)]
    public void Normal_ones_have_their_moments(Init init, double scale, double deviation) =>
        AssertMoments(Fill(init, scale), deviation, kurtosis: 3);

    [Theory]
    [InlineData(Init.HeUniform)]
    [InlineData(Init.GlorotNormal)]
    public void Same_seed_same_bits_whatever_the_length(Init init)
    {
        float[] values = Fill(init);
        Assert.Equal(values, Fill(init));
        for (int count = 0; count < 10; count++)
            Assert.Equal(values.Take(count), Fill(init, count: count));
        Assert.NotEqual(values, Fill(init, seed: 8));
        Assert.NotEqual(values, Fill(init, stream: 4));
        Assert.Equal(values.Select(x => 2 * x), Fill(init, scale: 2));
    }

    [Fact]
    public void The_normal_initialiser_is_the_generators_normal()
    {
        float[] values = Fill(Init.Normal, count: 101);
        for (int i = 0; i < values.Length; i++)
            Assert.Equal(Philox.Normal(7, 3, uint.MaxValue, (ulong)i), values[i]);
    }

    /// <summary>Fixed values: they change only if saved seeds lose their meaning.</summary>
    [Fact]
    public void The_first_values_of_a_seed_are_fixed()
    {
        Assert.Equal(FirstUniform, Fill(Init.Uniform, seed: 1, stream: 0, count: 4));
        Assert.Equal(FirstNormal, Fill(Init.Normal, seed: 1, stream: 0, count: 4));
    }

    [Theory]
    [InlineData(Init.HeNormal, 1, 0, 5, "fanIn")]
    [InlineData(Init.GlorotUniform, 1, 5, 0, "fanOut")]
    [InlineData(Init.Uniform, double.NaN, 1, 1, "scale")]
    [InlineData((Init)99, 1, 1, 1, "init")]
    public void Bad_arguments_are_named(Init init, double scale, int fanIn, int fanOut, string name)
    {
        float[] values = [5];
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => Initializers.Fill(init, scale, fanIn, fanOut, 1, 1, values));
        Assert.Equal(name, error.ParamName);
        Assert.Equal(5, values[0]);
    }

    // Within 5 standard errors of the mean, σ / √n, and of the variance, σ²·√((kurtosis − 1) / n).
    private static void AssertMoments(float[] values, double deviation, double kurtosis)
    {
        double mean = values.Average(x => (double)x);
        double variance = values.Average(x => (x - mean) * (x - mean));
        Assert.Equal(0, mean, 5 * deviation / Math.Sqrt(values.Length));
        Assert.Equal(1, variance / (deviation * deviation), 5 * Math.Sqrt((kurtosis - 1) / values.Length));
    }

    private static readonly float[] FirstUniform = [0.914446294f, 0.401759475f, -0.473270833f, 0.59598577f];
    private static readonly float[] FirstNormal = [-0.0898199156f, -0.281726569f, 0.485157728f, -1.55982494f];
}
