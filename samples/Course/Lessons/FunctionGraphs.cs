using StaticNet;
using StaticNet.Plotting;

namespace Course.Lessons;

/// <summary>Every activation and every loss of one number, with its derivative: computed by networks, held against finite differences.</summary>
internal sealed class FunctionGraphs() : Lesson(
    "function-graphs", "every activation and loss with its derivative, drawn and held against finite differences",
    "share of derivatives that are right", quick: 1, full: 1)
{
    // x = −7.95, −7.85, …, 7.95: never at a kink, where a function has two slopes. Losses are drawn from −6 to 6: beyond, Poisson's would be all there is.
    private const int Points = 160, Edge = 20;
    private const float Apart = 1 / 512f, Close = 2e-3f;
    private static readonly float[] X = [.. Enumerable.Range(0, Points).Select(i => (i - Points / 2) * 0.1f + 0.05f)];

    private static readonly string[] Names =
        ["ELU", "GELU", "HardSigmoid", "HardSwish", "HardTanh", "LeakyReLU", "LogSigmoid", "Mish", "PReLU", "ReLU", "ReLU6", "SELU", "SiLU", "Sigmoid", "Softplus", "Softsign", "Tanh"];
    private static Optimizer None => new SGD(0.1);

    public override double Run(Session session)
    {
        // One network computes all activations: column k of its input goes through the k-th of them.
        var activations = new ActivationGraphs.Trainer(new ActivationGraphs(), None);
        float[] y = new float[Points * Names.Length], above = [.. y], below = [.. y], slopes = [.. y];
        foreach ((float shift, float[] outputs) in new[] { (Apart, above), (-Apart, below), (0, y) })
        {
            activations.Forward(Repeated(shift));
            activations.CopyOutput(outputs);
        }
        activations.BackwardFrom([.. Enumerable.Repeat(1f, y.Length)]);
        activations.CopyInputGradient(slopes);
        Graph[] graphs = [.. Names.Select((name, k) => new Graph(name, Column(y, k), Column(slopes, k), Column(above, k), Column(below, k)))];

        // The losses, of a target that makes sense for each.
        Graph[] losses =
        [
            Loss("MeanSquaredError, target 1", new MeanSquaredErrorGraph.Trainer(new(), None), 1, (net, dx) => net.CopyInputGradient(dx)),
            Loss("MeanAbsoluteError, target 1", new MeanAbsoluteErrorGraph.Trainer(new(), None), 1, (net, dx) => net.CopyInputGradient(dx)),
            Loss("Huber, target 1", new HuberGraph.Trainer(new(), None), 1, (net, dx) => net.CopyInputGradient(dx)),
            Loss("SmoothL1(0.5), target 1", new SmoothL1Graph.Trainer(new(), None), 1, (net, dx) => net.CopyInputGradient(dx)),
            Loss("LogCosh, target 1", new LogCoshGraph.Trainer(new(), None), 1, (net, dx) => net.CopyInputGradient(dx)),
            Loss("BinaryCrossEntropy, target 1", new BinaryCrossEntropyGraph.Trainer(new(), None), 1, (net, dx) => net.CopyInputGradient(dx)),
            Loss("Hinge, target 1", new HingeGraph.Trainer(new(), None), 1, (net, dx) => net.CopyInputGradient(dx)),
            Loss("SquaredHinge, target 1", new SquaredHingeGraph.Trainer(new(), None), 1, (net, dx) => net.CopyInputGradient(dx)),
            Loss("Poisson, target 20", new PoissonGraph.Trainer(new(), None), 20, (net, dx) => net.CopyInputGradient(dx)),
        ];
        foreach ((string file, Graph[] all, Range shown) in new[] { ("activations.png", graphs, ..), ("losses.png", losses, Edge..^Edge) })
            session.Draw(file, Figure.InGrid(4, [.. all.Select(graph => FunctionGraph.Of(graph.Name, X[shown], graph.Y[shown], graph.Slopes[shown]))]));
        return graphs.Concat(losses).Average(graph => graph.IsRight ? 1 : 0);
    }

    // x + shift, once for each activation: [points,names]
    private static float[] Repeated(float shift) => [.. X.SelectMany(x => Enumerable.Repeat(x + shift, Names.Length))];

    private static float[] Column(float[] rows, int k) => [.. Enumerable.Range(0, Points).Select(i => rows[i * Names.Length + k])];

    private static Graph Loss<T>(string name, T net, float target, Action<T, Span<float>> gradient)
        where T : ITrainer<float, float>
    {
        float[] y = new float[Points], above = [.. y], below = [.. y], slopes = [.. y];
        for (int i = 0; i < Points; i++)
        {
            foreach ((float shift, float[] values) in new[] { (Apart, above), (-Apart, below), (0, y) })
            {
                net.Forward([X[i] + shift]);
                values[i] = net.Backward([target]);
            }
            gradient(net, slopes.AsSpan(i, 1));
        }

        return new(name, y, slopes, above, below);
    }

    private sealed record Graph(string Name, float[] Y, float[] Slopes, float[] Above, float[] Below)
    {
        // dy/dx ≈ (y(x + h) − y(x − h))/2h, where functions are steep relative to the slope
        public bool IsRight => Enumerable.Range(0, Points).All(i => Math.Abs(Slopes[i] - (Above[i] - Below[i]) / (2 * Apart)) < Close * Math.Max(1, Math.Abs(Slopes[i])));
    }
}

[Network(MaxBatch = 160, InputGradient = true), Input(17)]
[Slice(1, 0, 1, From = "input"), ELU(Name = "ELU"), Slice(1, 1, 1, From = "input"), GELU(Name = "GELU")]
[Slice(1, 2, 1, From = "input"), HardSigmoid(Name = "HardSigmoid"), Slice(1, 3, 1, From = "input"), HardSwish(Name = "HardSwish")]
[Slice(1, 4, 1, From = "input"), HardTanh(Name = "HardTanh"), Slice(1, 5, 1, From = "input"), LeakyReLU(Name = "LeakyReLU")]
[Slice(1, 6, 1, From = "input"), LogSigmoid(Name = "LogSigmoid"), Slice(1, 7, 1, From = "input"), Mish(Name = "Mish")]
[Slice(1, 8, 1, From = "input"), PReLU(Name = "PReLU"), Slice(1, 9, 1, From = "input"), ReLU(Name = "ReLU")]
[Slice(1, 10, 1, From = "input"), ReLU6(Name = "ReLU6"), Slice(1, 11, 1, From = "input"), SELU(Name = "SELU")]
[Slice(1, 12, 1, From = "input"), SiLU(Name = "SiLU"), Slice(1, 13, 1, From = "input"), Sigmoid(Name = "Sigmoid")]
[Slice(1, 14, 1, From = "input"), Softplus(Name = "Softplus"), Slice(1, 15, 1, From = "input"), Softsign(Name = "Softsign"), Slice(1, 16, 1, From = "input"), Tanh(Name = "Tanh")]
[Concat("ELU", "GELU", "HardSigmoid", "HardSwish", "HardTanh", "LeakyReLU", "LogSigmoid", "Mish", "PReLU", "ReLU", "ReLU6", "SELU", "SiLU", "Sigmoid", "Softplus", "Softsign", "Tanh"), MeanSquaredError]
internal sealed partial class ActivationGraphs;
[Network(InputGradient = true), Input(1), Flatten, MeanSquaredError] internal sealed partial class MeanSquaredErrorGraph;
[Network(InputGradient = true), Input(1), Flatten, MeanAbsoluteError] internal sealed partial class MeanAbsoluteErrorGraph;
[Network(InputGradient = true), Input(1), Flatten, Huber] internal sealed partial class HuberGraph;
[Network(InputGradient = true), Input(1), Flatten, SmoothL1(0.5)] internal sealed partial class SmoothL1Graph;
[Network(InputGradient = true), Input(1), Flatten, LogCosh] internal sealed partial class LogCoshGraph;
[Network(InputGradient = true), Input(1), Flatten, BinaryCrossEntropy] internal sealed partial class BinaryCrossEntropyGraph;
[Network(InputGradient = true), Input(1), Flatten, Hinge] internal sealed partial class HingeGraph;
[Network(InputGradient = true), Input(1), Flatten, SquaredHinge] internal sealed partial class SquaredHingeGraph;
[Network(InputGradient = true), Input(1), Flatten, Poisson] internal sealed partial class PoissonGraph;
