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
    [InlineData("Dense(3), SoftmaxCrossEntropy(Target = TargetKind.Rows)", "[n,3]", Element.Float32, null)]
    [InlineData("Dense(3), NegativeLogLikelihood", "[n]", Element.Int32, 3)]
    internal void A_loss_says_what_its_target_is(string layers, string shape, Element element, int? classes)
    {
        Target target = Assert.Single(Planned.Graphs($"Input(4), {layers}").Targets).Target;
        Assert.Equal((shape, element, classes), (target.Shape.ToString(), target.Element, target.Classes));
    }

    [Fact]
    public void Without_a_loss_the_backward_pass_begins_at_a_gradient_that_the_caller_gives()
    {
        NetworkGraphs graphs = Planned.Graphs("Input(4), Dense(3)");
        Assert.Empty(graphs.Targets);
        GraphResult seed = graphs.Train.Results.Single(r => r.Kind == ResultKind.OutputGradient);
        Assert.Equal("input output_gradient", seed.Value.Node.Inputs[0].Op.Text);
    }

    [Fact]
    public void Inputs_outputs_and_targets_stand_in_the_order_of_declaration()
    {
        NetworkGraphs graphs = Planned.Graphs(
            "Input(4, Name = \"a\"), Dense(3), Output(\"side\"), Input(2, Name = \"target\"), Dense(3), Add(\"dense1\", \"dense2\"), "
            + "SoftmaxCrossEntropy(From = \"output\"), MeanSquaredError(From = \"side\", Weight = 0.5)");
        Assert.Equal(["a [n,4]", "target [n,2]"], graphs.Inputs.Select(i => $"{i.Name} {i.Shape}"));
        Assert.Equal(["side [n,3]", "output [n,3]"], graphs.Outputs.Select(o => $"{o.Name} {o.Shape}"));
        Assert.Equal(["outputTarget [n]", "sideTarget [n,3]"], graphs.Targets.Select(t => $"{t.Name} {t.Target.Shape}"));
        Assert.Equal(["side", "output"], graphs.Train.Results.Where(r => r.Kind == ResultKind.OutputGradient).Select(r => r.Name));
        Assert.Equal(["a", "target"], graphs.Train.Results.Where(r => r.Kind == ResultKind.InputGradient).Select(r => r.Name));
        Assert.Contains(graphs.Train.Nodes, n => n.Op.Text == "map 0.5 * a");

        // Only one loss, and a leaf of its name.
        Assert.Equal("target2", Assert.Single(Planned.Graphs("Input(4, Name = \"target\"), Dense(3), MeanSquaredError").Targets).Name);
    }

    [Fact]
    public void By_an_output_that_feeds_another_the_seed_is_only_what_its_own_loss_says()
    {
        Graph train = Planned.Graphs("Input(2), Tanh, Output(\"side\"), Sigmoid, MeanSquaredError(From = \"output\"), MeanAbsoluteError(From = \"side\")").Train;
        Node[] seeds = [.. train.Results.Where(r => r.Kind == ResultKind.OutputGradient).Select(r => r.Value.Node)];
        Assert.Equal(["meanabsoluteerror1", "meansquarederror1"], seeds.Select(s => s.Label));
        Assert.DoesNotContain("sigmoid1", Above(seeds[0]).Select(n => n.Label));

        static IEnumerable<Node> Above(Node node) => node.Inputs.SelectMany(v => Above(v.Node)).Prepend(node);
    }

    [Fact]
    public void An_output_without_a_loss_has_a_gradient_from_the_caller()
    {
        Graph train = Planned.Graphs("Input(4), Dense(3), Output(\"side\"), ReLU, MeanSquaredError(From = \"output\")").Train;
        Assert.Equal(
            ["input side_gradient", "map"],
            train.Results.Where(r => r.Kind == ResultKind.OutputGradient).Select(r => r.Value.Node.Inputs[0].Op.Text is var text && text.StartsWith("map", StringComparison.Ordinal) ? "map" : text));
    }

    [Fact]
    public void Each_layer_draws_from_a_stream_of_its_own() => Assert.Equal(
        ["random.uniform stream 0", "random.uniform stream 1"],
        Planned.Graphs("Input(4), Dropout(0.5), Dense(4), Dropout(0.5), Dense(2)").Train.Nodes
            .Select(n => n.Op.Text).Where(t => t.StartsWith("random", StringComparison.Ordinal)));

    [Theory]
    [InlineData("Input(4), Dense(0)", "'dense1'", "units")]
    [InlineData("Input(5, 2, 3), Dense(4)", "'dense1' (Dense) needs one feature axis, but 'input' produces [n,5,2,3]; add [Flatten] between them")]
    [InlineData("Input(2, 3, 4), LayerNorm", "'layernorm1' (LayerNorm) needs one feature axis", "add [Flatten]")]
    [InlineData("Input(5, 2, 3), Softmax", "'softmax1' (Softmax) needs one feature axis", "add [Flatten]")]
    [InlineData("Input(2, 3, 3), ReLU, SoftmaxCrossEntropy", "[n,2,3,3]", "add [Flatten]")]
    [InlineData("Input(4), Dense(2, WeightsScale = double.NaN)", "'dense1'", "WeightsScale", "finite")]
    [InlineData("Input(4), Dense(2, Biases = Init.Orthogonal)", "'dense1': the initialiser of 'bias' must be one for vectors, but is Orthogonal")]
    [InlineData("Input(4), Dropout(1)", "'dropout1'", "rate", "[0, 1)")]
    [InlineData("Input(4), Dropout(-0.1)", "'dropout1'", "rate")]
    [InlineData("Input(4), LeakyReLU(-1)", "'leakyrelu1'", "slope")]
    [InlineData("Input(4), BatchNorm(Momentum = 2)", "'batchnorm1'", "Momentum")]
    [InlineData("Input(4), BatchNorm(Epsilon = 0)", "'batchnorm1'", "Epsilon")]
    [InlineData("Input(4), Dense(3), Dense(2), Add(\"dense1\", \"dense2\")", "[n,3]", "[n,2]")]
    [InlineData("Input(4), Tanh, SoftmaxCrossEntropy(LabelSmoothing = 1)", "'softmaxcrossentropy1'", "LabelSmoothing", "[0, 1)")]
    [InlineData("Input(4), Tanh, SoftmaxCrossEntropy(LabelSmoothing = -0.1)", "LabelSmoothing")]
    [InlineData("Input(2), Tanh, SoftmaxCrossEntropy(ClassWeights = new double[] { 1, -1 })", "ClassWeights", "not negative")]
    [InlineData("Input(4), Tanh, NegativeLogLikelihood(ClassWeights = new double[] { 1, 2 })", "has 2 class weights, but 'tanh1' produces 4 classes; give 4")]
    [InlineData("Input(4), Tanh, BinaryCrossEntropy(PositiveWeight = -1)", "PositiveWeight")]
    [InlineData("Input(4), Tanh, Huber(0)", "'huber1'", "delta", "positive")]
    [InlineData("Input(4), Tanh, SmoothL1(-1)", "'smoothl11'", "beta", "positive")]
    [InlineData("Input(2, 3, 4), ReLU, KLDivergence", "[n,2,3,4]", "add [Flatten]")]
    [InlineData("Input(2, 3, 4), ReLU, CosineSimilarity", "[n,2,3,4]", "add [Flatten]")]
    [InlineData("Input(4), Dense(3), MeanSquaredError(Weight = -1)", "'meansquarederror1'", "Weight", "positive and finite")]
    [InlineData("Input(4), Dense(3), MeanSquaredError(Weight = double.NaN)", "Weight")]
    [InlineData("Input(4, Type = Element.Int32), Dense(3)", "SN0211: 'dense1' (Dense) takes float32, but 'input' holds int32")]
    [InlineData("Input(4), Embedding(9, 3)", "SN0212: 'embedding1' (Embedding) takes int32, but 'input' holds float32", "Type = Element.Int32 in its [Input]")]
    [InlineData("Input(4), ReLU, Embedding(9, 3)", "SN0212: 'embedding1' (Embedding) takes int32, but 'relu1' holds float32", "From = \"tokens\"")]
    [InlineData("Input(4, Type = Element.Int32), Embedding(9, 3, PaddingIndex = 9)", "'embedding1'", "PaddingIndex", "from 0 to 8")]
    [InlineData("Input(4, Type = Element.Int32), MultiHeadAttention(1)", "SN0211: 'multiheadattention1'", "'input' holds int32")]
    [InlineData("Input(4), MultiHeadAttention(1)", "SN0201: 'multiheadattention1'", "a sequence [n,t,c]")]
    [InlineData("Input(3, 4), MultiHeadAttention(3)", "'multiheadattention1'", "heads", "a divisor of the 4 features of 'input'")]
    [InlineData("Input(3, 4, Name = \"x\"), Input(4, Name = \"m\"), MultiHeadAttention(2, From = \"x\", Mask = \"m\")", "needs a mask [n,3], one number a key, but 'm' produces [n,4]")]
    [InlineData("Input(3, 4, Name = \"x\"), Input(3, 5, Name = \"m\"), MultiHeadAttention(2, From = \"x\", Memory = \"m\")", "needs a memory [n,s,4], but 'm' produces [n,3,5]")]
    [InlineData("Input(3, 4), TransformerEncoderLayer(2, 0)", "'transformerencoderlayer1'", "hidden", "at least 1")]
    [InlineData("Input(4), PositionalEncoding", "SN0201: 'positionalencoding1'", "a sequence [n,t,c]")]
    [InlineData("Input(4, Type = Element.Int32), Flatten", "SN0211: 'output' (Output) takes float32, but 'flatten1' holds int32")]
    [InlineData("Input(65536, 32768), Flatten, Dense(2)", "2147483647")]
    [InlineData("Input(65536), Dense(65536)", "2147483647")]
    public void An_error_names_the_layer_and_what_is_wrong(string layers, params string[] parts)
    {
        string source = $"[Network(MaxBatch = 8), {layers}] public partial class Net;";
        NetworkError error = Assert.Single(Compiler.Check(UserProject.Of(source).Read("Net"), CancellationToken.None), e => e.IsFatal);
        Assert.All(parts, part => Assert.Contains(part, error.Text));
    }
}
