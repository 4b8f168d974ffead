using StaticNet.Numerics;

namespace StaticNet.Runtime.Tests.Numerics;

public class PowersTests
{
    [Theory]
    [InlineData(0.9, 0)]
    [InlineData(0.9, 1)]
    [InlineData(0.999, 1000)]
    [InlineData(0.9999, 123_457)]
    [InlineData(0.5, 5000)]
    [InlineData(0, 3)]
    [InlineData(0, 0)]
    public void WholePowersAreThoseOfMath(double x, long n)
    {
        double expected = Math.Pow(x, n);
        Assert.Equal(expected, Powers.Of(x, n), 1e-15 * (n + 1) * expected);
    }

    [Theory]
    [InlineData(0.96, 0.0)]
    [InlineData(0.96, 4e-3)]
    [InlineData(0.96, 12.5)]
    [InlineData(2.5, 7.25)]
    [InlineData(0.96, 1000.0)]
    [InlineData(0.96, 1e6)]
    public void RealPowersAreThoseOfMath(double a, double p)
    {
        double expected = Math.Pow(a, p);
        Assert.Equal(expected, Powers.Of(a, p), 1e-12 * expected);
    }

    [Fact]
    public void TheUsualCasesAreExactToTheLastBits()
    {
        for (int t = 1; t <= 2000; t++)
            Assert.Equal(Math.Pow(0.999, t), Powers.Of(0.999, t), 1e-14);
    }
}
