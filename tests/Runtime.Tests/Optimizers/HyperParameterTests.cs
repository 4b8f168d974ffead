namespace StaticNet.Runtime.Tests.Optimizers;

public class HyperParameterTests
{
    [Fact]
    public void DefaultsArePyTorchs()
    {
        var (sgd, adam, adamW) = (new SGD(0.1), new Adam(), new AdamW());
        Assert.Equal((0.1, 0, false, 0), (sgd.LearningRate, sgd.Momentum, sgd.Nesterov, sgd.WeightDecay));
        Assert.Equal((1e-3, 0.9, 0.999, 1e-8, 0), (adam.LearningRate, adam.Beta1, adam.Beta2, adam.Epsilon, adam.WeightDecay));
        Assert.Equal((1e-3, 0.9, 0.999, 1e-8, 1e-2), (adamW.LearningRate, adamW.Beta1, adamW.Beta2, adamW.Epsilon, adamW.WeightDecay));
    }

    [Fact]
    public void SlotsFollowTheHyperParameters()
    {
        Assert.Equal(0, new SGD(0.1).Slots);
        Assert.Equal(1, new SGD(0.1) { Momentum = 0.9 }.Slots);
        Assert.Equal(1, new SGD(0.1) { Momentum = 0.9, Nesterov = true }.Slots);
        Assert.Equal(2, new Adam().Slots);
        Assert.Equal(2, new AdamW().Slots);
    }

    [Theory]
    [InlineData(-1e-9)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(1e39)]
    public void RatesAndDecaysAreFiniteAndAtLeastZero(double value)
    {
        Refused("LearningRate must be finite and at least 0", () => new SGD(value));
        Refused("LearningRate must be finite and at least 0", () => new Adam(value));
        Refused("LearningRate must be finite and at least 0", () => new AdamW(value));
        Refused("LearningRate must be finite and at least 0", () => new Adam().LearningRate = value);
        Refused("WeightDecay must be finite and at least 0", () => new SGD(0.1) { WeightDecay = value });
        Refused("WeightDecay must be finite and at least 0", () => new Adam { WeightDecay = value });
        Refused("WeightDecay must be finite and at least 0", () => new AdamW { WeightDecay = value });
    }

    [Theory]
    [InlineData(-0.1)]
    [InlineData(1.0)]
    [InlineData(double.NaN)]
    public void MomentumAndBetasAreBelowOne(double value)
    {
        Refused("Momentum must be at least 0 and below 1", () => new SGD(0.1) { Momentum = value });
        Refused("Beta1 must be at least 0 and below 1", () => new Adam { Beta1 = value });
        Refused("Beta2 must be at least 0 and below 1", () => new Adam { Beta2 = value });
        Refused("Beta1 must be at least 0 and below 1", () => new AdamW { Beta1 = value });
        Refused("Beta2 must be at least 0 and below 1", () => new AdamW { Beta2 = value });
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1e-50)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void EpsilonIsAboveZeroInSinglePrecision(double value)
    {
        Refused("Epsilon must be finite and at least 1e-37", () => new Adam { Epsilon = value });
        Refused("Epsilon must be finite and at least 1e-37", () => new AdamW { Epsilon = value });
    }

    [Fact]
    public void NesterovNeedsMomentum()
    {
        var error = Assert.Throws<InvalidOperationException>(() => new OptimizerFixture(new SGD(0.1) { Nesterov = true }));
        Assert.Contains("Momentum = 0.9, Nesterov = true", error.Message);
    }

    private static void Refused(string message, Func<object> construct) =>
        Assert.Contains(message, Assert.Throws<ArgumentOutOfRangeException>(construct).Message);
}
