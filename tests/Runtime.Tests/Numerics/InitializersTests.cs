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
    [InlineData(Init.LeCunUniform, 1, 0.31622777)] // √(3 / 30)
    [InlineData(Init.PyTorchDefault, 1, 0.18257419)] // 1/√30
    [InlineData(Init.PyTorchDefault, 2, 0.36514837)]
    [InlineData(Init.KerasDefault, 1, 0.27386128)] // √(6 / 80)
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
    [InlineData(Init.LeCunNormal, 1, 0.18257419)] // √(1 / 30)
    public void Normal_ones_have_their_moments(Init init, double scale, double deviation) =>
        AssertMoments(Fill(init, scale), deviation, kurtosis: 3);

    [Theory]
    [InlineData(Init.HeUniform)]
    [InlineData(Init.GlorotNormal)]
    [InlineData(Init.LeCunUniform)]
    [InlineData(Init.LeCunNormal)]
    [InlineData(Init.TruncatedNormal)]
    [InlineData(Init.PyTorchDefault)]
    [InlineData(Init.KerasDefault)]
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

    [Theory]
    [InlineData(1.0)]
    [InlineData(0.02)]
    public void Truncated_normal_ones_stay_within_two_deviations(double scale)
    {
        float[] values = Fill(Init.TruncatedNormal, scale);
        Assert.All(values, x => Assert.InRange(x, (float)(-2 * scale), (float)(2 * scale)));
        Assert.InRange(values.Max(), 1.99 * scale, 2 * scale);
        Assert.InRange(values.Min(), -2 * scale, -1.99 * scale);
        // Of N(0, 1) within ±2: the variance is 1 − 4·φ(2)/(2·Φ(2) − 1), the fourth moment 3 − 28·φ(2)/(2·Φ(2) − 1).
        AssertMoments(values, 0.87962566 * scale, kurtosis: 2.366);
        float[] untouched = Fill(Init.Normal, scale);
        Assert.All(values.Zip(untouched), pair => Assert.True(pair.First == pair.Second || Math.Abs(pair.Second) > 2 * scale));
    }

    [Theory]
    [InlineData(30, 30)]
    [InlineData(7, 30)]
    [InlineData(50, 30)]
    [InlineData(1, 30)]
    [InlineData(100, 1)]
    [InlineData(128, 131)]
    public void Orthogonal_rows_or_columns_are_orthonormal(int rows, int columns)
    {
        float[] q = Matrix(Init.Orthogonal, rows, columns);
        int count = Math.Min(rows, columns), length = Math.Max(rows, columns);
        for (int i = 0; i < count; i++)
        {
            for (int j = 0; j <= i; j++)
            {
                double product = Enumerable.Range(0, length).Sum(k => rows <= columns
                    ? (double)q[(i * columns) + k] * q[(j * columns) + k]
                    : (double)q[(k * columns) + i] * q[(k * columns) + j]);
                Assert.Equal(i == j ? 1 : 0, product, 1e-6);
            }
        }

        Assert.Equal(q.Select(x => 3 * (double)x), Matrix(Init.Orthogonal, rows, columns, scale: 3).Select(x => (double)x), (a, b) => Math.Abs(a - b) < 1e-6);
        Assert.Equal(q, Matrix(Init.Orthogonal, rows, columns));
        Assert.NotEqual(q, Matrix(Init.Orthogonal, rows, columns, seed: 8));
    }

    // Evenly drawn: each element of a 30 × 30 matrix has mean 0 and variance 1/30.
    [Fact]
    public void Orthogonal_matrices_are_drawn_evenly()
    {
        float[] values = [.. Enumerable.Range(0, 50).SelectMany(seed => Matrix(Init.Orthogonal, 30, 30, seed: (ulong)seed))];
        AssertMoments(values, 1 / Math.Sqrt(30), kurtosis: 3);
        float[] diagonal = [.. Enumerable.Range(0, 2000).Select(seed => Matrix(Init.Orthogonal, 4, 4, seed: (ulong)seed)[0])];
        AssertMoments(diagonal, 0.5, kurtosis: 3);
    }

    [Theory]
    [InlineData(20, 40)]
    [InlineData(3, 16)]
    [InlineData(5, 15)]
    [InlineData(4, 1)]
    public void Sparse_units_have_fifteen_inputs_or_all(int rows, int columns)
    {
        float[] values = Matrix(Init.Sparse, rows, columns);
        Assert.All(values.Chunk(columns), row => Assert.Equal(Math.Min(15, columns), row.Count(x => x != 0)));
    }

    [Fact]
    public void Sparse_inputs_are_chosen_evenly_and_are_normal()
    {
        const int Rows = 4000, Columns = 40;
        float[] values = Matrix(Init.Sparse, Rows, Columns, scale: 0.5);
        AssertMoments([.. values.Where(x => x != 0)], 0.5, kurtosis: 3);
        double share = 15.0 / Columns, error = 5 * Math.Sqrt(share * (1 - share) / Rows);
        for (int column = 0; column < Columns; column++)
            Assert.Equal(share, Enumerable.Range(0, Rows).Average(row => values[(row * Columns) + column] != 0 ? 1.0 : 0.0), error);
        Assert.True(values.Chunk(Columns).Select(row => string.Concat(row.Select(x => x != 0 ? 1 : 0))).Distinct().Count() > 0.99 * Rows);
    }

    [Fact]
    public void A_matrix_has_whole_rows()
    {
        Assert.Equal("fanIn", Assert.Throws<ArgumentException>(() => Initializers.Fill(Init.Orthogonal, 1, 4, 1, 1, 1, new float[10])).ParamName);
        Assert.Equal("fanIn", Assert.Throws<ArgumentOutOfRangeException>(() => Initializers.Fill(Init.Sparse, 1, 0, 1, 1, 1, new float[10])).ParamName);
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
        Assert.Equal(FirstTruncated, Fill(Init.TruncatedNormal, seed: 2, stream: 0, count: 64)[^4..]);
        Assert.Equal(FirstOrthogonal, Matrix(Init.Orthogonal, 2, 3, seed: 1));
        Assert.Equal(FirstSparse, Matrix(Init.Sparse, 1, 40, seed: 1).Index().Where(pair => pair.Item != 0).Select(pair => pair.Index));
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

    private static float[] Matrix(Init init, int rows, int columns, double scale = 1, ulong seed = 7)
    {
        float[] values = new float[rows * columns];
        Array.Fill(values, float.NaN);
        Initializers.Fill(init, scale, columns, rows, seed, stream: 3, values);
        return values;
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
    private static readonly float[] FirstTruncated = [-0.22031875f, 0.333453655f, -0.122887634f, -0.133178771f];
    private static readonly float[] FirstOrthogonal = [-0.5455099f, 0.4878755f, 0.6814664f, -0.53238434f, 0.42626694f, -0.73134357f];
    private static readonly int[] FirstSparse = [0, 2, 5, 9, 10, 11, 14, 15, 21, 22, 24, 25, 29, 35, 36];
    private static readonly float[] FirstNormal = [-0.0898199156f, -0.281726569f, 0.485157728f, -1.55982494f];
}
