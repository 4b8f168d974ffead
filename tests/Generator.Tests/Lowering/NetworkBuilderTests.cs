using StaticNet.Generator.Diagnostics;
using StaticNet.Generator.Ir;
using StaticNet.Generator.Tests.Pipeline;
using StaticNet.Generator.Tests.Plan;

namespace StaticNet.Generator.Tests.Lowering;

/// <summary>What a network's layers say about it beside their graphs.</summary>
public class NetworkBuilderTests
{
    [Fact]
    public void Parameters_have_the_names_and_shapes_of_PyTorch() => Assert.Equal(
        [
            "dense1.weight [3,5] Weight HeUniform 1, fans 5 3",
            "dense1.bias [3] Bias Zeros 1, fans 5 3",
            "batchnorm1.running_mean [3] State Zeros 1, fans 3 3",
            "batchnorm1.running_var [3] State Ones 1, fans 3 3",
            "batchnorm1.weight [3] Norm Ones 1, fans 3 3",
            "batchnorm1.bias [3] Norm Zeros 1, fans 3 3",
            "last.weight [2,3] Weight GlorotNormal 0.5, fans 3 2",
        ],
        Planned.Graphs(
                "Input(5), Dense(3), BatchNorm, Dense(2, Name = \"last\", Bias = false, Weights = Init.GlorotNormal, WeightsScale = 0.5)").Parameters
            .Select(p => FormattableString.Invariant($"{p.Name} {p.Shape} {p.Kind} {p.Init} {p.Scale}, fans {p.FanIn} {p.FanOut}")));

    [Theory]
    [InlineData("Dense(3)", Init.HeUniform, Init.Zeros)]
    [InlineData("Dense(3, Weights = Init.KerasDefault)", Init.KerasDefault, Init.Zeros)]
    [InlineData("Dense(3, Weights = Init.PyTorchDefault)", Init.PyTorchDefault, Init.PyTorchDefault)]
    [InlineData("Dense(3, Weights = Init.PyTorchDefault, Biases = Init.Zeros)", Init.PyTorchDefault, Init.Zeros)]
    [InlineData("Dense(3, Biases = Init.Ones)", Init.HeUniform, Init.Ones)]
    public void A_bias_starts_as_its_layer_says(string layer, Init weight, Init bias) =>
        Assert.Equal([weight, bias], Planned.Graphs($"Input(5), {layer}").Parameters.Select(p => p.Init));

    [Fact]
    public void Summaries_are_the_rows_of_the_model_table()
    {
        const string Layers = "Input(2, 3), Flatten, Dense(4), BatchNorm, ReLU, Dropout(0.5), Dense(2), SoftmaxCrossEntropy";
        LayerSummary[] rows = [.. Planned.Graphs(Layers).Layers];
        Assert.Equal(
            [
                "flatten1 Flatten [n,6] 0", "dense1 Dense [n,4] 28", "batchnorm1 BatchNorm [n,4] 8",
                "relu1 ReLU [n,4] 0", "dropout1 Dropout [n,4] 0", "dense2 Dense [n,2] 10",
            ],
            rows.Select(r => $"{r.Name} {r.Kind} {r.Output} {r.Parameters}"));

        // 2·in·units products and sums, and one sum for each bias.
        Assert.Equal((2 * 6 * 4 + 4, 0L), (rows[1].Flops, rows[4].Flops));
    }

    [Theory]
    [InlineData("Dense(3), BatchNorm, Dense(2)", 2)]
    [InlineData("Dense(3), Dropout(0.5)", 1)]
    public void Batch_normalisation_needs_two_samples(string layers, int samples) => Assert.Equal(samples, Planned.Graphs($"Input(4), {layers}").MinimumBatch);

    [Theory]
    [InlineData("Dense(3), MeanSquaredError", "[n,3]", Element.Float32, null)]
    [InlineData("Dense(3), BinaryCrossEntropy", "[n,3]", Element.Float32, null)]
    [InlineData("Dense(3), SoftmaxCrossEntropy", "[n]", Element.Int32, 3)]
    internal void A_loss_says_what_its_target_is(string layers, string shape, Element element, int? classes)
    {
        Target target = Planned.Graphs($"Input(4), {layers}").Target!;
        Assert.Equal((shape, element, classes), (target.Shape.ToString(), target.Element, target.Classes));
    }

    [Fact]
    public void Without_a_loss_the_backward_pass_begins_at_a_gradient_that_the_caller_gives()
    {
        NetworkGraphs graphs = Planned.Graphs("Input(4), Dense(3)");
        Assert.Null(graphs.Target);
        GraphResult seed = graphs.Train.Results.Single(r => r.Kind == ResultKind.OutputGradient);
        Assert.Equal("input output_gradient", seed.Value.Node.Inputs[0].Op.Text);
    }

    [Fact]
    public void Each_layer_draws_from_a_stream_of_its_own() => Assert.Equal(
        ["random.uniform stream 0", "random.uniform stream 1"],
        Planned.Graphs("Input(4), Dropout(0.5), Dense(4), Dropout(0.5), Dense(2)").Train.Nodes
            .Select(n => n.Op.Text).Where(t => t.StartsWith("random", StringComparison.Ordinal)));

    [Theory]
    [InlineData("Input(4), Dense(0)", "'dense1'", "units")]
    [InlineData("Input(2, 3), Dense(4)", "'dense1' (Dense) needs one feature axis, but 'input' produces [n,2,3]; add [Flatten] between them")]
    [InlineData("Input(2, 3), BatchNorm", "'batchnorm1' (BatchNorm) needs one feature axis", "add [Flatten]")]
    [InlineData("Input(2, 3), Softmax", "'softmax1' (Softmax) needs one feature axis", "add [Flatten]")]
    [InlineData("Input(2, 3), ReLU, SoftmaxCrossEntropy", "[n,2,3]", "add [Flatten]")]
    [InlineData("Input(4), Dense(2, WeightsScale = double.NaN)", "'dense1'", "WeightsScale", "finite")]
    [InlineData("Input(4), Dense(2, Biases = Init.Orthogonal)", "'dense1': the initialiser of 'bias' must be one for vectors, but is Orthogonal")]
    [InlineData("Input(4), Dropout(1)", "'dropout1'", "rate", "[0, 1)")]
    [InlineData("Input(4), Dropout(-0.1)", "'dropout1'", "rate")]
    [InlineData("Input(4), LeakyReLU(-1)", "'leakyrelu1'", "slope")]
    [InlineData("Input(4), BatchNorm(Momentum = 2)", "'batchnorm1'", "Momentum")]
    [InlineData("Input(4), BatchNorm(Epsilon = 0)", "'batchnorm1'", "Epsilon")]
    [InlineData("Input(4), Dense(3), Dense(2), Add(\"dense1\", \"dense2\")", "[n,3]", "[n,2]")]
    [InlineData("Input(65536, 32768), Flatten, Dense(2)", "2147483647")]
    [InlineData("Input(65536), Dense(65536)", "2147483647")]
    public void An_error_names_the_layer_and_what_is_wrong(string layers, params string[] parts)
    {
        string source = $"[Network(MaxBatch = 8), {layers}] public partial class Net;";
        NetworkError error = Assert.Single(Compiler.Check(UserProject.Of(source).Read("Net"), CancellationToken.None), e => e.IsFatal);
        Assert.All(parts, part => Assert.Contains(part, error.Text));
    }
}
