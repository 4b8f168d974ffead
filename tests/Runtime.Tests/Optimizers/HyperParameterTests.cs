namespace StaticNet.Runtime.Tests.Optimizers;

public class HyperParameterTests
{
    [Fact]
    public void SlotsFollowTheHyperParameters()
    {
        Assert.Equal(0, new SGD(0.1).Slots);
        Assert.Equal(1, new SGD(0.1) { Momentum = 0.9 }.Slots);
        Assert.Equal(1, new SGD(0.1) { Momentum = 0.9, Nesterov = true }.Slots);
        Assert.Equal(2, new Adam().Slots);
        Assert.Equal(3, new Adam { AmsGrad = true }.Slots);
        Assert.Equal(2, new AdamW().Slots);
        Assert.Equal(3, new AdamW { AmsGrad = true }.Slots);
        Assert.Equal(2, new NAdam().Slots);
        Assert.Equal(2, new RAdam().Slots);
        Assert.Equal(1, new RMSprop().Slots);
        Assert.Equal(2, new RMSprop { Momentum = 0.9 }.Slots);
        Assert.Equal(2, new RMSprop { Centered = true }.Slots);
        Assert.Equal(3, new RMSprop { Centered = true, Momentum = 0.9 }.Slots);
        Assert.Equal(1, new Adagrad().Slots);
        Assert.Equal(2, new Adadelta().Slots);
        Assert.Equal(1, new Lion().Slots);
        Assert.Equal(2, new LAMB { ClipNorm = 1, MaxNorm = 1, L1 = 1, L2 = 1 }.Slots);
        Assert.Equal(4, new Adam { AmsGrad = true, EmaDecay = 0.9 }.Slots);
        Assert.Equal(1, new SGD(0.1) { EmaDecay = 0.9 }.Slots);
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
        Refused("L1 must be finite and at least 0", () => new SGD(0.1) { L1 = value });
        Refused("L2 must be finite and at least 0", () => new SGD(0.1) { L2 = value });
        Refused("MomentumDecay must be finite and at least 0", () => new NAdam { MomentumDecay = value });
        Refused("LearningRateDecay must be finite and at least 0", () => new Adagrad { LearningRateDecay = value });
        Refused("InitialAccumulatorValue must be finite and at least 0", () => new Adagrad { InitialAccumulatorValue = value });
        Refused("LearningRate must be finite and at least 0", () => new ParameterGroup { LearningRate = value });
        Refused("LearningRateFactor must be finite and at least 0", () => new ParameterGroup { LearningRateFactor = value });
        Refused("WeightDecay must be finite and at least 0", () => new ParameterGroup { WeightDecay = value });
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
        Refused("Dampening must be at least 0 and below 1", () => new SGD(0.1) { Dampening = value });
        Refused("Beta1 must be at least 0 and below 1", () => new Lion { Beta1 = value });
        Refused("Beta2 must be at least 0 and below 1", () => new LAMB { Beta2 = value });
        Refused("Alpha must be at least 0 and below 1", () => new RMSprop { Alpha = value });
        Refused("Momentum must be at least 0 and below 1", () => new RMSprop { Momentum = value });
        Refused("Rho must be at least 0 and below 1", () => new Adadelta { Rho = value });
        Refused("EmaDecay must be at least 0 and below 1", () => new SGD(0.1) { EmaDecay = value });
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
        Refused("Epsilon must be finite and at least 1e-37", () => new Adadelta { Epsilon = value });
        Refused("ClipNorm must be finite and at least 1e-37", () => new SGD(0.1) { ClipNorm = value });
        Refused("ClipValue must be finite and at least 1e-37", () => new SGD(0.1) { ClipValue = value });
        Refused("MaxNorm must be finite and at least 1e-37", () => new SGD(0.1) { MaxNorm = value });
    }

    [Fact]
    public void NesterovNeedsMomentum()
    {
        var error = Assert.Throws<InvalidOperationException>(() => new OptimizerFixture(new SGD(0.1) { Nesterov = true }));
        Assert.Contains("Momentum = 0.9, Nesterov = true", error.Message);
    }

    [Fact]
    public void NesterovHasNoDampening() => Assert.Contains(
        "no dampening",
        Assert.Throws<InvalidOperationException>(
            () => new OptimizerFixture(new SGD(0.1) { Momentum = 0.9, Nesterov = true, Dampening = 0.1 })).Message);

    [Fact]
    public void GradientsAreClippedOnce() => Assert.Equal(
        "ClipNorm and ClipValue clip the same gradients: set one of them.",
        Assert.Throws<InvalidOperationException>(() => new OptimizerFixture(new Adam { ClipNorm = 1, ClipValue = 1 })).Message);

    private static void Refused(string message, Func<object> construct) =>
        Assert.Contains(message, Assert.Throws<ArgumentOutOfRangeException>(construct).Message);
}
