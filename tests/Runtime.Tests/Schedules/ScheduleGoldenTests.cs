using System.Text.Json;
using StaticNet.Runtime.Tests.Optimizers;

namespace StaticNet.Runtime.Tests.Schedules;

/// <summary>Learning rates against PyTorch's schedulers, over the cases of tests/Goldens/schedules.json.</summary>
public class ScheduleGoldenTests
{
    private static readonly Dictionary<string, Func<Schedule>> Cases = new()
    {
        ["StepLR"] = () => new StepLR(4),
        ["StepLR slow"] = () => new StepLR(30, 0.9),
        ["MultiStepLR"] = () => new MultiStepLR([3, 7, 7, 15]),
        ["MultiStepLR unordered"] = () => new MultiStepLR([12, 1, 5], 0.3),
        ["ExponentialLR"] = () => new ExponentialLR(0.97),
        ["PolynomialLR"] = () => new PolynomialLR(10),
        ["PolynomialLR squared"] = () => new PolynomialLR(50, 2),
        ["PolynomialLR rooted"] = () => new PolynomialLR(50, 0.9),
        ["CosineAnnealingLR"] = () => new CosineAnnealingLR(20),
        ["CosineAnnealingLR of one"] = () => new CosineAnnealingLR(1, 0.01),
        ["CosineAnnealingLR minimum"] = () => new CosineAnnealingLR(300, 1e-5),
        ["CosineAnnealingWarmRestarts"] = () => new CosineAnnealingWarmRestarts(10),
        ["CosineAnnealingWarmRestarts doubled"] = () => new CosineAnnealingWarmRestarts(7, 2, 1e-4),
        ["OneCycleLR"] = () => new OneCycleLR(0.4, 100),
        ["OneCycleLR linear"] = () => new OneCycleLR(0.01, 77) { RiseShare = 0.45, Linear = true },
        ["OneCycleLR three phases"] = () => new OneCycleLR(1, 90) { RiseShare = 0.2, DivFactor = 10, FinalDivFactor = 100, ThreePhase = true },
        ["LinearWarmup"] = () => new LinearWarmup(5),
        ["LinearWarmup from nothing"] = () => new LinearWarmup(100, 1e-3, 0.8),
        ["SequentialLR"] = () => new SequentialLR([new LinearWarmup(5, 0.1), new CosineAnnealingLR(45, 1e-4)], [5]),
        ["SequentialLR of three"] = () => new SequentialLR([new LinearWarmup(4, 0.5), new StepLR(3, 0.7), new ExponentialLR(0.8)], [6, 21]),
        ["ReduceLROnPlateau"] = () => new ReduceLROnPlateau(),
        ["ReduceLROnPlateau impatient"] = () => new ReduceLROnPlateau(0.5, 2) { Cooldown = 3, Minimum = 1e-3 },
        ["ReduceLROnPlateau absolute"] = () => new ReduceLROnPlateau(0.3, 0) { Threshold = 0.05, IsAbsolute = true, Minimum = 1e-9 },
        ["ReduceLROnPlateau of more"] = () => new ReduceLROnPlateau(0.2, 4) { Threshold = 0.01, IsHigherBetter = true },
    };

    private static readonly JsonElement[] Goldens = JsonSerializer.Deserialize<JsonElement[]>(OptimizerGoldens.Repository("tests/Goldens/schedules.json"))!;

    public static TheoryData<string> Names => [.. Cases.Keys];

    [Fact]
    public void The_cases_are_those_of_the_file()
    {
        Assert.Equal(Goldens.Select(golden => golden.GetProperty("name").GetString()).Order(StringComparer.Ordinal), Cases.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(
            typeof(Schedule).Assembly.GetExportedTypes().Where(type => type.IsSubclassOf(typeof(Schedule))).Select(type => type.Name).Order(StringComparer.Ordinal),
            Cases.Values.Select(make => make().GetType().Name).Distinct().Order(StringComparer.Ordinal));
    }

    // 1e-12 relative or 1e-15 absolute.
    [Theory]
    [MemberData(nameof(Names))]
    public void It_is_PyTorchs(string name)
    {
        JsonElement golden = Goldens.Single(golden => golden.GetProperty("name").GetString() == name);
        double initial = golden.GetProperty("initial").GetDouble();
        double[] expected = golden.GetProperty("rates").Deserialize<double[]>()!;
        Schedule schedule = Cases[name]();
        double[] actual = schedule is ReduceLROnPlateau plateau
            ? Reduced(plateau, initial, golden.GetProperty("values").Deserialize<double[]>()!)
            : [.. expected.Select((_, t) => schedule.Rate(initial, t))];
        Assert.All(expected.Zip(actual).Index(), pair =>
        {
            ((double rate, double ours), int t) = (pair.Item, pair.Index);
            Assert.True(Math.Abs(ours - rate) <= Math.Max(1e-12 * rate, 1e-15), $"{name} at {t}: {ours:R} instead of {rate:R}");
        });
    }

    private static double[] Reduced(ReduceLROnPlateau plateau, double rate, double[] values)
    {
        var rates = new List<double>();
        foreach (double value in values)
        {
            rates.Add(rate);
            rate = plateau.Next(rate, value);
        }

        return [.. rates];
    }
}
