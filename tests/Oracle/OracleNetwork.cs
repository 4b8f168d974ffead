extern alias generator;

using generator::StaticNet.Generator.Ir;
using generator::StaticNet.Generator.Ops;
using generator::StaticNet.Generator.Reference;
using StaticNet.Numerics;

namespace StaticNet.Oracle;

/// <summary>
/// A network as the interpreter sees it: the graphs of inference and training as they were before any pass, in double precision,
/// at the emitted network's current parameters and states.
/// </summary>
public sealed class OracleNetwork
{
    // What the generator writes between the two graphs.
    private const string Separator = "---\n";

    // To the nearest float, and by chance to one of the two beside it: what is symmetric would cancel otherwise.
    private static readonly ImmutableArray<Func<Func<double, double>>> Roundings = [() => x => (float)x, () => ToEither(1), () => ToEither(2)];

    private readonly Graph _predict;
    private readonly Graph _train;
    private readonly Conditions _conditions;

    /// <param name="ir">The network's <c>Ir</c>.</param>
    public OracleNetwork(string ir)
    {
        string[] graphs = ir.Split(Separator);
        (_predict, _train) = (IrParser.Parse(graphs[0]), IrParser.Parse(graphs[1]));
        _conditions = new Conditions(_train);
    }

    /// <summary>The elements of one sample of the input.</summary>
    public int InputLength => Leaf("input")!.Shape.Count.Size;

    /// <summary>The elements of one sample of the output.</summary>
    public int OutputLength => _train.Results.Single(r => r.Kind == ResultKind.Output).Value.Shape.Count.Size;

    /// <summary>The elements of one sample's target; 0 without a loss.</summary>
    public int TargetLength => Leaf("target")?.Shape.Count.Size ?? 0;

    /// <summary>True if the targets are class indices.</summary>
    public bool TakesClasses => Leaf("target")?.Type == Element.Int32;

    /// <summary>True if a step has a loss.</summary>
    public bool HasLoss => _train.Results.Any(r => r.Kind == ResultKind.Loss);

    /// <summary>True if training uses the statistics of the batch.</summary>
    public bool HasState => _train.Results.Any(r => r.Kind == ResultKind.NextState);

    /// <summary>The output and the prediction of inference.</summary>
    public (double[] Output, double[] Prediction) Predict(ParameterStore parameters, int count, float[] input)
    {
        var results = Interpreter.Run(_predict, count, leaf => Numbers(leaf, parameters, input), NoRandom);
        return (Of(results, ResultKind.Output), Of(results, ResultKind.Prediction));

        static double NoRandom(Draw op, long index) => throw new InvalidOperationException($"inference draws {op.Text}");
    }

    /// <summary>A training step up to its update.</summary>
    /// <param name="parameters">Parameters and states before the step.</param>
    /// <param name="samples">The batch.</param>
    /// <param name="seed">The trainer's seed.</param>
    /// <param name="step">The trainer's steps so far.</param>
    public Step Train(ParameterStore parameters, Samples samples, ulong seed, uint step) =>
        Read(Run(_train, parameters, samples, seed, step));

    /// <summary>How far each number of a step moves at most when every value is rounded to float.</summary>
    public Step Noise(ParameterStore parameters, Samples samples, ulong seed, uint step)
    {
        Step exact = Train(parameters, samples, seed, step);
        return Roundings
            .Select(rounding => Read(Run(_train, parameters, samples, seed, step, rounding())).Combine(exact, (a, b) => Math.Abs(a - b)))
            .Aggregate((most, next) => most.Combine(next, Math.Max));
    }

    /// <summary>True if no value of a step is so near a kink of its function that rounding chooses the side.</summary>
    public bool IsDecided(ParameterStore parameters, Samples samples, ulong seed, uint step) =>
        _conditions.AwayFromKinks([.. Roundings.Prepend(() => x => x).Select<Func<Func<double, double>>, Func<Graph, IReadOnlyDictionary<GraphResult, double[]>>>(
            rounding => graph => Run(graph, parameters, samples, seed, step, rounding()))]);

    private IReadOnlyDictionary<GraphResult, double[]> Run(
        Graph graph, ParameterStore parameters, Samples samples, ulong seed, uint step, Func<double, double>? rounding = null)
    {
        bool fromOutput = samples.OutputGradient is not null;
        return Interpreter.Run(
            graph,
            samples.Count,
            leaf => Numbers(leaf, parameters, samples),
            (op, index) => op.Distribution == Distribution.Normal
                ? Philox.Normal(seed, (uint)op.Stream, step, (ulong)index)
                : Philox.Uniform(seed, (uint)op.Stream, step, (ulong)index),
            (node, numbers) => node.Op switch
            {
                Cut when fromOutput => Doubles(samples.OutputGradient!),
                _ when rounding is not null => [.. numbers.Select(rounding)],
                _ => numbers,
            });
    }

    private static Func<double, double> ToEither(int seed)
    {
        var random = new Random(seed);
        return x =>
        {
            float nearest = (float)x;
            bool stays = random.Next(2) == 0 || nearest == x || double.IsNaN(x);
            return stays ? nearest : nearest < x ? MathF.BitIncrement(nearest) : MathF.BitDecrement(nearest);
        };
    }

    private Step Read(IReadOnlyDictionary<GraphResult, double[]> results) => new(
        Of(results, ResultKind.Output),
        HasLoss ? Of(results, ResultKind.Loss)[0] : null,
        results.Where(r => r.Key.Kind == ResultKind.Gradient).ToDictionary(r => r.Key.Name, r => r.Value),
        results.Where(r => r.Key.Kind == ResultKind.NextState).ToDictionary(r => r.Key.Name, r => r.Value),
        results.Where(r => r.Key.Kind == ResultKind.InputGradient).Select(r => r.Value).SingleOrDefault(),
        Of(results, ResultKind.OutputGradient));

    private static double[] Of(IReadOnlyDictionary<GraphResult, double[]> results, ResultKind kind) => results.Single(r => r.Key.Kind == kind).Value;

    private static double[] Numbers(Leaf leaf, ParameterStore parameters, Samples samples) => leaf.Name switch
    {
        "target" => samples.Classes.Length > 0 ? [.. samples.Classes.Select(c => (double)c)] : Doubles(samples.Target),
        "output_gradient" => Doubles(samples.OutputGradient!),
        _ => Numbers(leaf, parameters, samples.Input),
    };

    private static double[] Numbers(Leaf leaf, ParameterStore parameters, float[] input) =>
        Doubles(leaf is Input ? input : parameters[leaf.Name].ToArray());

    private static double[] Doubles(float[] values) => [.. values.Select(x => (double)x)];

    private Input? Leaf(string name) => _train.Nodes.Concat(_predict.Nodes).Select(n => n.Op).OfType<Input>().FirstOrDefault(i => i.Name == name);
}
