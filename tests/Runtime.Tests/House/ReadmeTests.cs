using System.Globalization;
using System.Text.RegularExpressions;
using StaticNet.Runtime.Tests.Optimizers;

namespace StaticNet.Runtime.Tests.House;

/// <summary>README's tables of optimizers and initialisers say what is there.</summary>
public partial class ReadmeTests
{
    [Fact]
    public void The_optimizer_table_has_every_optimizer() => Assert.Equal(
        OptimizerGoldenCoverageTests.Optimizers.Select(type => type.Name).Order(StringComparer.Ordinal),
        Table("| optimizer |").Select(row => Names(row[0]).Single()).Order(StringComparer.Ordinal));

    [Fact]
    public void It_has_their_default_rates_and_decays()
    {
        foreach (string[] row in Table("| optimizer |"))
        {
            Type type = OptimizerGoldenCoverageTests.Optimizers.Single(type => type.Name == Names(row[0]).Single());
            object? rate = type.GetConstructor([typeof(double)])!.GetParameters()[0].DefaultValue;
            Assert.Equal(rate is double given ? given : null, Number(row[3], "η"));
            Assert.Equal(OptimizerGoldens.Create(type, 0.1).WeightDecay, Number(row[3], "λ") ?? 0);
        }
    }

    [Fact]
    public void It_has_their_slots()
    {
        foreach (string[] row in Table("| optimizer |"))
        {
            Type type = OptimizerGoldenCoverageTests.Optimizers.Single(type => type.Name == Names(row[0]).Single());
            int[] slots = [.. OptimizerGoldens.Cases.Where(golden => OptimizerGoldens.TypeOf(golden) == type)
                .Select(OptimizerGoldens.Create).Select(optimizer => optimizer.Slots - (optimizer.EmaDecay > 0 ? 1 : 0)).Distinct().Order()];
            Assert.Equal(slots.Length switch { 1 => $"{slots[0]}", 2 => $"{slots[0]}; {slots[1]}", _ => $"{slots[0]} to {slots[^1]}" }, row[2]);
        }
    }

    [Fact]
    public void The_option_table_has_every_option() => Assert.Equal(
        typeof(Optimizer).GetProperties().Where(property => property.SetMethod is { IsPublic: true }).Select(property => property.Name).Order(StringComparer.Ordinal),
        Table("| option |").SelectMany(row => Names(row[0])).Order(StringComparer.Ordinal));

    [Fact]
    public void The_initialiser_table_has_every_initialiser() => Assert.Equal(
        Enum.GetNames<Init>().Order(StringComparer.Ordinal), Table("| initialiser |").Select(row => Names(row[0]).Single()).Order(StringComparer.Ordinal));

    [Fact]
    public void The_metric_table_has_every_metric() => Assert.Equal(
        Exported().Where(type => type.IsValueType && typeof(IMetric).IsAssignableFrom(type)).Select(type => type.Name)
            .Except([nameof(MetricList), nameof(NoMetric), nameof(OutputMetric)]).Order(StringComparer.Ordinal),
        Table("| metric |").SelectMany(row => Names(row[0])).Order(StringComparer.Ordinal));

    [Fact]
    public void The_schedule_table_has_every_schedule() => Assert.Equal(
        Exported().Where(type => type.IsSubclassOf(typeof(Schedule))).Select(type => type.Name).Order(StringComparer.Ordinal),
        Table("| schedule |").SelectMany(row => Names(row[0])).Order(StringComparer.Ordinal));

    private static Type[] Exported() => typeof(Schedule).Assembly.GetExportedTypes();

    // The cells of the rows below a table's head.
    private static IEnumerable<string[]> Table(string head) => OptimizerGoldens.Repository("README.md").Split('\n')
        .SkipWhile(line => !line.StartsWith(head, StringComparison.Ordinal)).Skip(2).TakeWhile(line => line.StartsWith('|'))
        .Select(line => Bar().Split(line).Skip(1).Select(cell => cell.Trim()).ToArray());

    private static IEnumerable<string> Names(string cell) => Quoted().Matches(cell).Select(match => match.Groups[1].Value);

    private static double? Number(string cell, string symbol) => Regex.Match(cell, symbol + @" ([\d.e-]+)") is { Success: true } match
        ? double.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture)
        : null;

    [GeneratedRegex(@"(?<!\\)\|")]
    private static partial Regex Bar();

    [GeneratedRegex(@"`(\w+)")]
    private static partial Regex Quoted();
}
