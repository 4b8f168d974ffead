using StaticNet.Network.Tests.Threads;

namespace StaticNet.Network.Tests.Layers;

[Network(MaxBatch = 40, Threads = 2), Input(672), Dense(250), Tanh, Dense(3), MeanSquaredError]
public partial class LargeDenseNet;

/// <summary>A dense layer whose weight is larger than the second cache: many rows take it part by part, few rows whole.</summary>
[Collection(nameof(PatientTeam))]
public class LargeDenseTests
{
    // Sums of 672 products, and their rounding one after the other.
    private const double Tolerance = 2e-6;

    [Theory]
    [InlineData(40, 1)]
    [InlineData(40, 2)]
    [InlineData(33, 1)]
    [InlineData(31, 1)]
    [InlineData(1, 1)]
    public void Its_sums_are_the_written_ones(int n, int threads)
    {
        var net = new LargeDenseNet(seed: 3) { Threads = threads };
        var random = new System.Random(n);
        float[] x = [.. Enumerable.Range(0, n * 672).Select(_ => random.NextSingle() - 0.5f)], y = new float[n * 3];
        net.Forward(x, y);
        for (int i = 0; i < n; i++)
        {
            double[] hidden = [.. Enumerable.Range(0, 250).Select(u =>
                Math.Tanh(net.Dense1.Bias[u] + Enumerable.Range(0, 672).Sum(k => (double)net.Dense1.Weight[u, k] * x[(i * 672) + k])))];
            for (int o = 0; o < 3; o++)
            {
                double expected = net.Dense2.Bias[o] + Enumerable.Range(0, 250).Sum(u => net.Dense2.Weight[o, u] * hidden[u]);
                Assert.Equal(expected, y[(i * 3) + o], Tolerance);
            }
        }
    }
}
