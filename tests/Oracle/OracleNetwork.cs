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

    /// <summary>The elements of one sample of each input, and whether they are integers.</summary>
    public IEnumerable<(int Length, bool IsInt32)> Inputs => InputLeaves.Select(leaf => (leaf.Shape.Count.Size, leaf.Type == generator::StaticNet.Element.Int32));

    /// <summary>The elements of one sample of each output.</summary>
    public IEnumerable<int> OutputLengths => Results(ResultKind.Output).Select(r => r.Value.Shape.Count.Size);

    /// <summary>The elements of one sample of each input whose gradient a step gives.</summary>
    public IEnumerable<int> DifferentiatedLengths => Results(ResultKind.InputGradient).Select(r => r.Value.Shape.Count.Size);

    /// <summary>The elements of one sample of each target, and the number of classes where they are indices.</summary>
    public IEnumerable<(int Length, int? Classes)> Targets => TargetLeaves.Select(leaf => (leaf.Shape.Count.Size, leaf.Type == generator::StaticNet.Element.Int32 ? Classes(leaf) : (int?)null));

    /// <summary>True if a step has a loss.</summary>
    public bool HasLoss => _train.Results.Any(r => r.Kind == ResultKind.Loss);

    /// <summary>True if training uses the statistics of the batch.</summary>
    public bool HasState => _train.Results.Any(r => r.Kind == ResultKind.NextState);

    /// <summary>The outputs and the predictions of inference, one after another.</summary>
    public (double[] Output, double[] Prediction) Predict(ParameterStore parameters, Samples samples)
    {
        var results = Interpreter.Run(_predict, samples.Count, leaf => Numbers(leaf, Of(parameters), samples), NoRandom);
        return (Joined(results, ResultKind.Output), Joined(results, ResultKind.Prediction));

        static double NoRandom(Draw op, long index) => throw new InvalidOperationException($"inference draws {op.Text}");
    }

    /// <summary>A training step up to its update.</summary>
    /// <param name="parameters">Parameters and states before the step.</param>
    /// <param name="samples">The batch.</param>
    /// <param name="seed">The trainer's seed.</param>
    /// <param name="step">The trainer's steps so far.</param>
    public Step Train(ParameterStore parameters, Samples samples, ulong seed, uint step) =>
        Read(Run(_train, Of(parameters), samples, seed, step));

    /// <summary>The same from parameters and states in double precision.</summary>
    public Step Train(Func<string, double[]> stored, Samples samples, ulong seed, uint step) => Read(Run(_train, stored, samples, seed, step));

    /// <summary>How far each number of a step moves at most when every value is rounded to float.</summary>
    public Step Noise(ParameterStore parameters, Samples samples, ulong seed, uint step)
    {
        Step exact = Train(parameters, samples, seed, step);
        return Roundings
            .Select(rounding => Read(Run(_train, Of(parameters), samples, seed, step, rounding())).Combine(exact, (a, b) => Math.Abs(a - b)))
            .Aggregate((most, next) => most.Combine(next, Math.Max));
    }

    /// <summary>True if no value of a step is so near a kink of its function that rounding chooses the side.</summary>
    public bool IsDecided(ParameterStore parameters, Samples samples, ulong seed, uint step) =>
        _conditions.AwayFromKinks([.. Roundings.Prepend(() => x => x).Select<Func<Func<double, double>>, Func<Graph, IReadOnlyDictionary<GraphResult, double[]>>>(
            rounding => graph => Run(graph, Of(parameters), samples, seed, step, rounding()))]);

    private IReadOnlyDictionary<GraphResult, double[]> Run(
        Graph graph, Func<string, double[]> stored, Samples samples, ulong seed, uint step, Func<double, double>? rounding = null)
    {
        // A cut for each output, in their order.
        List<Node> cuts = [.. graph.Nodes.Where(n => n.Op is Cut)];
        return Interpreter.Run(
            graph,
            samples.Count,
            leaf => Numbers(leaf, stored, samples),
            (op, index) => op.Distribution == Distribution.Normal
                ? Philox.Normal(seed, (uint)op.Stream, step, (ulong)index)
                : Philox.Uniform(seed, (uint)op.Stream, step, (ulong)index),
            (node, numbers) => node.Op switch
            {
                Cut when samples.OutputGradients is { } gradients => Samples.Doubles(gradients[cuts.IndexOf(node)]),
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
        Joined(results, ResultKind.Output),
        HasLoss ? Joined(results, ResultKind.Loss)[0] : null,
        results.Where(r => r.Key.Kind == ResultKind.Gradient).ToDictionary(r => r.Key.Name, r => Logical(r.Key.Name, r.Value)),
        results.Where(r => r.Key.Kind == ResultKind.NextState).ToDictionary(r => r.Key.Name, r => r.Value),
        Results(ResultKind.InputGradient).Any() ? Joined(results, ResultKind.InputGradient) : null,
        Joined(results, ResultKind.OutputGradient));

    // In the order of the graph's results.
    private static double[] Joined(IReadOnlyDictionary<GraphResult, double[]> results, ResultKind kind) =>
        [.. results.Where(r => r.Key.Kind == kind).SelectMany(r => r.Value)];

    private static Func<string, double[]> Of(ParameterStore parameters) => name => Samples.Doubles(parameters[name].ToArray());

    private double[] Numbers(Leaf leaf, Func<string, double[]> stored, Samples samples)
    {
        if (leaf is Parameter parameter)
            return Exchanged(stored(leaf.Name), parameter.Channels, parameter.Places);
        if (leaf is not Input input)
            return stored(leaf.Name);
        int index = Array.FindIndex(InputLeaves, other => other.Name == leaf.Name);
        if (index >= 0)
            return Samples.Doubles(samples.Inputs[index]);
        index = Array.FindIndex(TargetLeaves, other => other.Name == leaf.Name);
        return index >= 0 && samples.Targets.Count > 0 ? Samples.Doubles(samples.Targets[index])
            : IsSampleWeights(input) && samples.SampleWeights is { } weights ? Samples.Doubles(weights)
            : [.. Enumerable.Repeat(IsSampleWeights(input) ? 1.0 : 0, leaf.Shape.Count.At(samples.Count))];
    }

    // Of a parameter's gradient, the elements in the order of the parameter's shape.
    private double[] Logical(string name, double[] gradient)
    {
        var parameter = _train.Nodes.Select(n => n.Op).OfType<Parameter>().First(p => p.Name == name);
        return Exchanged(gradient, parameter.Places, parameter.Channels);
    }

    // Rows of [outer,inner] as rows of [inner,outer].
    private static double[] Exchanged(double[] numbers, int outer, int inner)
    {
        int row = outer * inner;
        return [.. numbers.Select((_, i) => numbers[i / row * row + i % outer * inner + i % row / outer])];
    }

    private IEnumerable<GraphResult> Results(ResultKind kind) => _train.Results.Where(r => r.Kind == kind);

    private Input[] InputLeaves => [.. Given(_predict)];

    // What only training is given: targets, weights of samples, and gradients by outputs that no loss compares.
    private Input[] TargetLeaves =>
        [.. Given(_train).Where(leaf => InputLeaves.All(input => input.Name != leaf.Name) && leaf.Name.TrimEnd(Digits).EndsWith("arget", StringComparison.Ordinal))];

    // The width of the output whose name the target has, for each of the target's numbers; the only loss's target has no name, and classes that every
    // output has fit any.
    private int Classes(Input target)
    {
        GraphResult[] outputs = [.. Results(ResultKind.Output)];
        return outputs.FirstOrDefault(o => target.Name.TrimEnd(Digits) == $"{o.Name}Target") is { } named
            ? Of(named)
            : outputs.Min(Of);

        int Of(GraphResult output) => output.Value.Shape[1].Size / target.Shape.Count.Size;
    }

    private static readonly char[] Digits = [.. "0123456789"];

    private static bool IsSampleWeights(Input leaf) => leaf.Name.StartsWith("sample_weights", StringComparison.Ordinal);

    private static IEnumerable<Input> Given(Graph graph) => graph.Nodes.Select(n => n.Op).OfType<Input>();
}
