namespace StaticNet.Runtime.Tests.Schedules;

/// <summary>Schedules refuse what makes no sense, as they are made.</summary>
public class ScheduleErrorTests
{
    [Fact]
    public void Out_of_range()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new StepLR(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new StepLR(1, -0.1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new MultiStepLR([3, -1]));
        Assert.Throws<ArgumentNullException>(() => new MultiStepLR(null!));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ExponentialLR(double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => new PolynomialLR(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new PolynomialLR(5, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new CosineAnnealingLR(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new CosineAnnealingLR(5, -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new CosineAnnealingWarmRestarts(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new CosineAnnealingWarmRestarts(5, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new OneCycleLR(-1, 10));
        Assert.Throws<ArgumentOutOfRangeException>(() => new OneCycleLR(1, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new OneCycleLR(1, 10) { RiseShare = 1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new OneCycleLR(1, 10) { DivFactor = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new LinearWarmup(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new LinearWarmup(5, double.PositiveInfinity));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ReduceLROnPlateau(1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ReduceLROnPlateau(0.1, -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ReduceLROnPlateau { Cooldown = -1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new StepLR(1).Rate(0.1, -1));
    }

    // A rise of one step divides by none.
    [Theory]
    [InlineData(0)]
    [InlineData(0.05)]
    [InlineData(0.1)]
    [InlineData(0.5)]
    public void A_cycle_with_a_short_rise_stays_within_its_rates(double rise)
    {
        foreach (bool isThree in new[] { false, true })
            Assert.All(Enumerable.Range(0, 12), t => Assert.InRange(new OneCycleLR(0.4, 10) { RiseShare = rise, ThreePhase = isThree }.Rate(1, t), 0.4 / 25 / 1e4 - 1e-15, 0.4));
        if (rise == 0.1)
            Assert.Equal(0.4, new OneCycleLR(0.4, 10) { RiseShare = rise }.Rate(1, 0));
    }

    [Fact]
    public void A_sequence_has_a_milestone_before_each_but_the_first()
    {
        var step = new StepLR(1);
        Assert.Contains("need 1 milestone, where each but the first begins, but there are 2", Assert.Throws<ArgumentException>(() => new SequentialLR([step, step], [1, 2])).Message);
        Assert.Contains("2 comes after 2", Assert.Throws<ArgumentException>(() => new SequentialLR([step, step, step], [2, 2])).Message);
        Assert.Contains("0 comes after 0", Assert.Throws<ArgumentException>(() => new SequentialLR([step, step], [0])).Message);
        Assert.Contains("at least one schedule", Assert.Throws<ArgumentException>(() => new SequentialLR([], [])).Message);
    }

    [Fact]
    public void Rates_are_defined_for_ever()
    {
        Schedule[] schedules =
        [
            new StepLR(1), new MultiStepLR([1]), new ExponentialLR(0.5), new PolynomialLR(3), new CosineAnnealingLR(3), new CosineAnnealingWarmRestarts(3, 2),
            new CosineAnnealingWarmRestarts(3), new OneCycleLR(1, 5), new LinearWarmup(3), new ReduceLROnPlateau(), new SequentialLR([new StepLR(1), new StepLR(2)], [3]),
        ];
        Assert.All(schedules, schedule => Assert.All(new[] { 0, 1, 5, 1L << 40 }, t => Assert.InRange(schedule.Rate(1, t), 0, 1)));
        Assert.Equal(new OneCycleLR(1, 5).Rate(1, 4), new OneCycleLR(1, 5).Rate(1, 1000));
    }

    [Fact]
    public void A_plateau_takes_no_number_for_no_improvement()
    {
        var plateau = new ReduceLROnPlateau(0.5, 1);
        Assert.Equal(1, plateau.Next(1, double.NaN));
        Assert.Equal(1, plateau.Next(1, 3));
        Assert.Equal(1, plateau.Next(1, double.NaN));
        Assert.Equal(0.5, plateau.Next(1, double.NaN));
    }
}
