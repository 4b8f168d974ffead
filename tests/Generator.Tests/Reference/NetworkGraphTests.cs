using StaticNet.Generator.Ir;
using StaticNet.Generator.Lowering;
using StaticNet.Generator.Ops;
using StaticNet.Generator.Reference;
using StaticNet.Generator.Tests.Pipeline;

namespace StaticNet.Generator.Tests.Reference;

/// <summary>Whole networks: their graphs obey the rules, print and read back, and their gradients are the slopes of the loss.</summary>
public class NetworkGraphTests
{
    private const int Batch = 3;
    private const double H = 1e-5;

    [Theory]
    [InlineData("Input(4), Dense(3), Tanh, Dense(2), MeanSquaredError")]
    [InlineData("Input(5), Dense(4), ReLU, Dense(3), SoftmaxCrossEntropy")]
    [InlineData("Input(3), Dense(4), LeakyReLU(0.1), Dense(1, Bias = false), BinaryCrossEntropy")]
    [InlineData("Input(3), Dense(4), BatchNorm, Sigmoid, Dropout(0.3), Dense(2), MeanSquaredError")]
    [InlineData("Input(2, 3), Flatten, Dense(4), BatchNorm(Affine = false), Softmax, Dense(2), SoftmaxCrossEntropy")]
    [InlineData("Input(4), Dense(4, Name = \"a\"), Tanh(Name = \"b\"), Add(\"a\", \"b\"), Softmax, MeanSquaredError")]
    [InlineData("Input(4, Name = \"a\"), Dense(3), Input(2, Name = \"b\"), Dense(3), Add(\"dense1\", \"dense2\"), Tanh, Dense(2), Output(\"y\"), Softmax(From = \"tanh1\"), "
        + "SoftmaxCrossEntropy(From = \"y\"), MeanSquaredError(From = \"output\", Weight = 0.5)")]
    [InlineData("Input(3), Dense(4), Output(\"side\"), Tanh, Dense(2), BinaryCrossEntropy(From = \"output\", Weight = 2), "
        + "MeanSquaredError(From = \"side\", Reduction = Reduction.Sum), SmoothL1(From = \"side\"), SoftmaxCrossEntropy(From = \"output\", ClassWeights = new[] { 1.0, 2.0 })")]
    [InlineData("Input(3), Dense(2), Output(\"a\"), Dropout(0), Flatten, MeanSquaredError(From = \"a\"), SoftmaxCrossEntropy(From = \"output\")")]
    public void Gradients_of_a_network_are_slopes_of_its_loss(string layers)
    {
        string source = $"[Network(MaxBatch = 8, InputGradient = true), {layers}] public partial class Net;";
        NetworkGraphs graphs = NetworkBuilder.Build(UserProject.Of(source).Read("Net"), CancellationToken.None);
        Graph train = Sound(graphs.Train);
        Sound(graphs.Predict);
        Sound(graphs.Evaluate!);

        Dictionary<string, double[]> leaves = Numbers(train);
        var results = Run(train, leaves);
        GraphResult loss = train.Results.Single(r => r.Kind == ResultKind.Loss);
        GraphResult[] gradients = [.. train.Results.Where(r => r.Kind is ResultKind.Gradient or ResultKind.InputGradient)];
        Assert.Equal(train.Nodes.Count(n => n.Op is Parameter) + graphs.Inputs.Length, gradients.Length);
        foreach (GraphResult gradient in gradients)
        {
            double[] values = leaves[gradient.Name];
            Assert.Equal(values.Length, results[gradient].Length);
            for (int i = 0; i < values.Length; i++)
            {
                double x = values[i];
                values[i] = x + H;
                double above = Run(train, leaves)[loss][0];
                values[i] = x - H;
                double below = Run(train, leaves)[loss][0];
                values[i] = x;
                Assert.Equal((above - below) / (2 * H), results[gradient][i], 1e-7);
            }
        }
    }

    private static Graph Sound(Graph graph)
    {
        Assert.Equal(graph.ToString(), IrParser.Parse(graph.ToString()).ToString());
        return Verifier.Check(graph);
    }

    private static IReadOnlyDictionary<GraphResult, double[]> Run(Graph graph, Dictionary<string, double[]> leaves) =>
        Interpreter.Run(graph, Batch, leaf => leaves[leaf.Name], (_, index) => index * 7 % 10 / 10.0);

    private static Dictionary<string, double[]> Numbers(Graph graph)
    {
        var random = new Random(1);
        return graph.Nodes.Where(n => n.Op is Leaf).ToDictionary(
            n => ((Leaf)n.Op).Name,
            n => (double[])[.. Enumerable.Range(0, n.Results[0].Shape.Count.At(Batch))
                .Select(_ => n.Results[0].Element == Element.Int32 ? random.Next(2) : 2 * random.NextDouble() - 1)]);
    }
}
