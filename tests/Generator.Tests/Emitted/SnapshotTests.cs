using System.Text.RegularExpressions;
using StaticNet.Generator.Tests.Pipeline;

namespace StaticNet.Generator.Tests.Emitted;

/// <summary>Generated text to be read: six, and no more.</summary>
public partial class SnapshotTests
{
    [Fact]
    public void Smallest_network() => Snapshot.Verify(Generate("[Network, Input(1), Dense(1)] public partial class SmallestNet;"));

    // Of several inputs, outputs and losses the signatures alone: what stands in them is that of one, once for each argument.
    [Fact]
    public void Surface() => Snapshot.Verify(
        Generate("[Network(MaxBatch = 64), Input(1, 8, 8), Flatten, Dense(32), ReLU, Dropout(0.25), Dense(10), SoftmaxCrossEntropy] public partial class DigitNet;")
            .Split("namespace StaticNet.Generated")[0]
        + string.Join("\n", Generate("""
            [Network(MaxBatch = 8, InputGradient = true)]
            [Input(1, 4, 4, Name = "image", Scale = 1 / 255.0), Flatten, Dense(3), Output("mask")]
            [Input(3, Name = "hints"), Add("dense1", "hints"), Dense(4)]
            [BinaryCrossEntropy(From = "mask", Weight = 0.5), SoftmaxCrossEntropy(From = "output")]
            public partial class HeadsNet;
            """).Split('\n').Where(line => line.TrimStart().StartsWith("public ", StringComparison.Ordinal))) + "\n");

    [Fact]
    public void Tile() => Snapshot.Verify(Steps("[Network(MaxBatch = 8), Input(784), Dense(128), ReLU] public partial class TileNet;", "Dense1Relu1", "Dense1Relu1Rows8", "Dense1Relu1Store"));

    [Fact]
    public void Softmax_cross_entropy() => Snapshot.Verify(Steps("[Network(MaxBatch = 8), Input(10), Flatten, SoftmaxCrossEntropy] public partial class LossNet;", "TrainHeadSteps", "Softmaxcrossentropy1_2"));

    [Fact]
    public void Batch_normalisation_in_training() => Snapshot.Verify(Steps(
        "[Network(MaxBatch = 8), Input(4), BatchNorm, Tanh, Dense(2), MeanSquaredError] public partial class NormNet;",
        "TrainForwardSteps", "Batchnorm1Tanh1", "TrainHeadSteps", "TrainBackwardSteps"));

    [Fact]
    public void Broken_network() => Snapshot.Verify(Generate("[Network(MaxBatch = 8), Input(1, 8, 8), Dense(10), SoftmaxCrossEntropy] public partial class BrokenNet;"));

    private static string Generate(string source) =>
        UserProject.Of(source) is var project ? project.Driver().RunGenerators(project.Compilation).GetRunResult().GeneratedTrees.Single().ToString() : "";

    // Some of the methods, each with the comments and attributes above it.
    private static string Steps(string source, params string[] names)
    {
        string text = Generate(source);
        string[] methods = [.. Method().Matches(text[text.IndexOf("static class Steps", StringComparison.Ordinal)..]).Select(m => m.Value)];
        return string.Join("\n", names.Select(name => methods.Single(m => Regex.IsMatch(m, $@"static void {name}(<S, V>)?\("))));
    }

    [GeneratedRegex(@"(?<=\n\n|\{\n)        (?://|\[|internal|private).*?\n        \}\n", RegexOptions.Singleline)]
    private static partial Regex Method();
}
