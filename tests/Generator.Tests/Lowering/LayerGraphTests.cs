using StaticNet.Generator.Ir;
using StaticNet.Generator.Ops;
using StaticNet.Generator.Tests.Passes;
using StaticNet.Generator.Tests.Plan;

namespace StaticNet.Generator.Tests.Lowering;

/// <summary>A layer in, IR out: inference and, where it differs, training up to the output.</summary>
public class LayerGraphTests
{
    [Fact]
    public void Dense() => Inference("Input(5), Dense(3)", """
        %0 = input input [n,5] input
        %1 = param dense1.weight [3,5] dense1
        %2 = param dense1.bias [3] dense1
        %3 = matmul.tb %0 %1 [n,3] dense1
        %4 = map a + b : %3 %2 [n,3] dense1
        output output %4
        """);

    [Fact]
    public void Dense_without_bias() => Inference("Input(5), Dense(3, Bias = false)", """
        %0 = input input [n,5] input
        %1 = param dense1.weight [3,5] dense1
        %2 = matmul.tb %0 %1 [n,3] dense1
        output output %2
        """);

    [Fact]
    public void Flatten() => Inference("Input(2, 3, 4), Flatten", """
        %0 = input input [n,24] input
        %1 = reshape [n,2,3,4] : %0 [n,2,3,4] input
        %2 = reshape [n,24] : %1 [n,24] flatten1
        output output %2
        """);

    [Theory]
    [InlineData("ReLU", "max(a, 0)")]
    [InlineData("LeakyReLU", "leakyrelu(a, 0.01)")]
    [InlineData("LeakyReLU(0.2)", "leakyrelu(a, 0.2)")]
    [InlineData("Sigmoid", "sigmoid(a)")]
    [InlineData("Tanh", "tanh(a)")]
    public void Activations(string layer, string body) => Inference($"Input(2, 3), {layer}", $"""
        %0 = input input [n,6] input
        %1 = reshape [n,2,3] : %0 [n,2,3] input
        %2 = map {body} : %1 [n,2,3] {layer.Split('(')[0].ToLowerInvariant()}1
        %3 = reshape [n,6] : %2 [n,6] {layer.Split('(')[0].ToLowerInvariant()}1
        output output %3
        """);

    [Fact]
    public void Softmax() => Inference("Input(3), Softmax", """
        %0 = input input [n,3] input
        %1 = max.1 %0 [n,1] softmax1
        %2 = stop %1 [n,1] softmax1
        %3 = map exp(a - b) : %0 %2 [n,3] softmax1
        %4 = sum.1 %3 [n,1] softmax1
        %5 = map a / b : %3 %4 [n,3] softmax1
        output output %5
        """);

    [Fact]
    public void Add() => Inference("Input(3), ReLU, Tanh, Add(\"relu1\", \"tanh1\", \"relu1\")", """
        %0 = input input [n,3] input
        %1 = map max(a, 0) : %0 [n,3] relu1
        %2 = map tanh(a) : %1 [n,3] tanh1
        %3 = map a + b : %1 %2 [n,3] add1
        %4 = map a + b : %3 %1 [n,3] add1
        output output %4
        """);

    [Fact]
    public void Dropout_passes_everything_in_inference_and_drops_in_training()
    {
        Inference("Input(3), Dropout(0.25)", """
            %0 = input input [n,3] input
            output output %0
            """);
        Training("Input(3), Dropout(0.25)", """
            %0 = input input [n,3] input
            %1 = random.uniform stream 0 [n,3] dropout1
            %2 = map ifgt(0.25, a, 0, b * 1.3333333333333333) : %1 %0 [n,3] dropout1
            output output %2
            """);
        Training("Input(3), Dropout(0)", """
            %0 = input input [n,3] input
            output output %0
            """);
    }

    [Fact]
    public void BatchNorm_reads_the_running_statistics_in_inference_and_moves_them_in_training()
    {
        Inference("Input(3), BatchNorm", """
            %0 = input input [n,3] input
            %1 = state batchnorm1.running_mean [3] batchnorm1
            %2 = state batchnorm1.running_var [3] batchnorm1
            %3 = map a - b : %0 %1 [n,3] batchnorm1
            %4 = map 1 / sqrt(a + 1E-05) : %2 [3] batchnorm1
            %5 = map a * b : %3 %4 [n,3] batchnorm1
            %6 = param batchnorm1.weight [3] batchnorm1
            %7 = map a * b : %5 %6 [n,3] batchnorm1
            %8 = param batchnorm1.bias [3] batchnorm1
            %9 = map a + b : %7 %8 [n,3] batchnorm1
            output output %9
            """);
        Training("Input(3), BatchNorm(Affine = false, Momentum = 0.25)", """
            %0 = input input [n,3] input
            %1 = state batchnorm1.running_mean [3] batchnorm1
            %2 = state batchnorm1.running_var [3] batchnorm1
            %3 = sum.0 %0 [1,3] batchnorm1
            %4 = map a / batch : %3 [1,3] batchnorm1
            %5 = map a - b : %0 %4 [n,3] batchnorm1
            %6 = map a * a : %5 [n,3] batchnorm1
            %7 = sum.0 %6 [1,3] batchnorm1
            %8 = map a / batch : %7 [1,3] batchnorm1
            %9 = reshape [3] : %4 [3] batchnorm1
            %10 = map 0.75 * a + 0.25 * b : %1 %9 [3] batchnorm1
            %11 = reshape [3] : %8 [3] batchnorm1
            %12 = map 0.75 * a + 0.25 * (batch / (batch - 1)) * b : %2 %11 [3] batchnorm1
            %13 = map 1 / sqrt(a + 1E-05) : %8 [1,3] batchnorm1
            %14 = map a * b : %5 %13 [n,3] batchnorm1
            output output %14
            nextstate batchnorm1.running_mean %10
            nextstate batchnorm1.running_var %12
            """);
    }

    [Theory]
    [InlineData("MeanSquaredError", "%1 = input target [n,2]", "%3 = map let t0 = a - b; t0 * t0 : %0 %1", "batch * 2")]
    [InlineData("BinaryCrossEntropy", "%1 = input target [n,2]", "%3 = map softplus(a) - a * b : %0 %1", "batch * 2")]
    public void Losses_of_each_element(string loss, string target, string body, string count)
    {
        string label = loss.ToLowerInvariant() + "1";
        Loss($"Input(2), {loss}", $"""
            %0 = input input [n,2] input
            {target} {label}
            %2 = input sample_weights [n] {label}
            {body} [n,2] {label}
            %4 = reshape [n,1] : %2 [n,1] {label}
            %5 = map a * b : %3 %4 [n,2] {label}
            %6 = sum.0,1 %5 [1,1] {label}
            %7 = map a / ({count}) : %6 [1,1] {label}
            %8 = reshape [] : %7 [] {label}
            loss loss %8
            """);
    }

    [Fact]
    public void Cross_entropy_of_a_class() => Loss("Input(3), SoftmaxCrossEntropy", """
        %0 = input input [n,3] input
        %1 = input target [n]i softmaxcrossentropy1
        %2 = input sample_weights [n] softmaxcrossentropy1
        %3 = max.1 %0 [n,1] softmaxcrossentropy1
        %4 = stop %3 [n,1] softmaxcrossentropy1
        %5 = map exp(a - b) : %0 %4 [n,3] softmaxcrossentropy1
        %6 = sum.1 %5 [n,1] softmaxcrossentropy1
        %7 = map log(a) + b : %6 %4 [n,1] softmaxcrossentropy1
        %8 = reshape [n,1] : %1 [n,1]i softmaxcrossentropy1
        %9 = map ifeq(column, a, b, 0) : %8 %0 [n,3] softmaxcrossentropy1
        %10 = sum.1 %9 [n,1] softmaxcrossentropy1
        %11 = map a - b : %7 %10 [n,1] softmaxcrossentropy1
        %12 = reshape [n,1] : %2 [n,1] softmaxcrossentropy1
        %13 = map a * b : %11 %12 [n,1] softmaxcrossentropy1
        %14 = sum.0,1 %13 [1,1] softmaxcrossentropy1
        %15 = map a / batch : %14 [1,1] softmaxcrossentropy1
        %16 = reshape [] : %15 [] softmaxcrossentropy1
        loss loss %16
        """);

    [Fact]
    public void Weights_of_classes_are_constants_whose_sum_divides() => Loss(
        "Input(2), NegativeLogLikelihood(ClassWeights = new double[] { 2, 0.5 }, Name = \"loss\")", """
        %0 = input input [n,2] input
        %1 = input target [n]i loss
        %2 = input sample_weights [n] loss
        %3 = constant 2,0.5 [2] loss
        %4 = map a * b : %0 %3 [n,2] loss
        %5 = reshape [n,1] : %1 [n,1]i loss
        %6 = map ifeq(column, a, b, 0) : %5 %4 [n,2] loss
        %7 = sum.1 %6 [n,1] loss
        %8 = map -a : %7 [n,1] loss
        %9 = reshape [n,1] : %2 [n,1] loss
        %10 = map a * b : %8 %9 [n,1] loss
        %11 = constant 2,0.5 [2] loss
        %12 = reshape [n,1] : %1 [n,1]i loss
        %13 = map ifeq(column, a, b, 0) : %12 %11 [n,2] loss
        %14 = sum.1 %13 [n,1] loss
        %15 = sum.0,1 %10 [1,1] loss
        %16 = reshape [] : %15 [] loss
        %17 = sum.0,1 %14 [1,1] loss
        %18 = reshape [] : %17 [] loss
        %19 = map a / b : %16 %18 [] loss
        loss loss %19
        """);

    [Fact]
    public void A_sum_has_no_divisor() => Loss("Input(2), MeanAbsoluteError(Reduction = Reduction.Sum, Name = \"loss\")", """
        %0 = input input [n,2] input
        %1 = input target [n,2] loss
        %2 = input sample_weights [n] loss
        %3 = map abs(a - b) : %0 %1 [n,2] loss
        %4 = reshape [n,1] : %2 [n,1] loss
        %5 = map a * b : %3 %4 [n,2] loss
        %6 = sum.0,1 %5 [1,1] loss
        %7 = reshape [] : %6 [] loss
        loss loss %7
        """);

    [Theory]
    [InlineData("MeanSquaredError", "output")]
    [InlineData("BinaryCrossEntropy", "sigmoid(a)")]
    [InlineData("SoftmaxCrossEntropy", "a / b")]
    [InlineData("KLDivergence", "a / b")]
    [InlineData("NegativeLogLikelihood", "exp(a)")]
    [InlineData("Poisson", "exp(a)")]
    [InlineData("Poisson(LogInput = false)", "output")]
    public void A_loss_has_a_link(string loss, string link)
    {
        Graph predict = Planned.Graphs($"Input(3), {loss}").Predict;
        Value prediction = predict.Results.Single(r => r.Kind == ResultKind.Prediction).Value;
        Assert.Equal(link, prediction.Op is Map map ? map.Body.ToString() : "output");
    }

    private static void Inference(string layers, string expected) => Check(Planned.Graphs(layers).Predict, expected, ResultKind.Output);

    private static void Training(string layers, string expected) => Check(Planned.Graphs(layers).Train, expected, ResultKind.Output, ResultKind.NextState);

    private static void Loss(string layers, string expected) => Check(Planned.Graphs(layers).Train, expected, ResultKind.Loss);

    // The part of a graph that some of its results need, without the gradient that the caller gives.
    private static void Check(Graph graph, string expected, params ResultKind[] kinds)
    {
        Node[] nodes = [.. graph.Nodes.Where(n => n.Op is not Input { Name: "output_gradient" })];
        Graph part = Graph.Close(nodes, [.. graph.Results.Where(r => kinds.Contains(r.Kind))]).Renumber();
        Assert.Equal(IrText.Normal(expected), part.ToString());
    }
}
