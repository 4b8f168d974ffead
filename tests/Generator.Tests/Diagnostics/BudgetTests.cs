using Microsoft.CodeAnalysis;
using StaticNet.Generator.Tests.Pipeline;

namespace StaticNet.Generator.Tests.Diagnostics;

/// <summary>Each limit of [Budget] at what a network costs and one below it.</summary>
public class BudgetTests
{
    // Rows of units, padded to blocks of 16: 64 × 32 and 20 × 16, and a row for each bias.
    private const long Parameters = 4 * (64 * 32 + 32 + 20 * 16 + 16);

    private static async Task<string[]> Found(string budget)
    {
        string source = $"[Network(MaxBatch = 4), Budget({budget}), Input(64), Dense(20), ReLU, Dense(10), SoftmaxCrossEntropy] public partial class DigitNet;";
        ImmutableArray<Diagnostic> found = await UserProject.Of(source).Build();
        return [.. found.Where(f => f.Severity == DiagnosticSeverity.Error).Select(f => $"{f.Id}: {f.GetMessage()}")];
    }

    [Theory]
    [InlineData("ParameterBytes", "of parameters", "dense1")]
    [InlineData("ArenaBytes", "of arena for inference", "relu1 [n,20]")]
    [InlineData("TrainingBytes", "of memory for training", "the gradients")]
    [InlineData("ForwardFlops", "per sample", "dense1")]
    public async Task A_limit_holds_to_the_last_unit(string limit, string what, string dearest)
    {
        string error = Assert.Single(await Found($"{limit} = 1"));
        Assert.StartsWith("SN0403: 'DigitNet' needs ", error);
        Assert.Contains($" {what}, over its budget of 1 ", error);
        Assert.Contains($"most of it: {dearest} (", error);
        long enough = long.Parse(error[(error.LastIndexOf(' ') + 1)..]);
        Assert.EndsWith($"or raise {limit} to {enough}", error);

        Assert.Single(await Found($"{limit} = {enough - 1}"));
        Assert.Empty(await Found($"{limit} = {enough}"));
    }

    [Fact]
    public async Task Every_limit_that_is_crossed_is_an_error() =>
        Assert.Equal(4, (await Found("ParameterBytes = 1, ArenaBytes = 1, TrainingBytes = 1, ForwardFlops = 1")).Length);

    [Fact]
    public async Task Parameters_are_counted_as_stored() =>
        Assert.EndsWith($"ParameterBytes to {Parameters}", Assert.Single(await Found("ParameterBytes = 1")));

    [Fact]
    public async Task A_network_without_limits_builds() => Assert.Empty(await Found(""));
}
