using System.Globalization;
using StaticNet.Oracle;

namespace StaticNet.Network.Tests.Random;

/// <summary>A network drawn from a seed: its source, and the data and optimizer that it is tried with.</summary>
internal sealed class Declaration
{
    private static readonly int[] Batches = [1, 1, 2, 3, 4, 5, 7, 8, 8, 13, 16, 17, 32, 33, 40];

    /// <summary>
    /// The fewest samples that training with a normalisation is compared at. Two normalise to ±1 whatever they are, and all gradients before are
    /// remainders of ε/σ²; the contract of BatchNorm has two.
    /// </summary>
    public const int LeastBatch = 3;

    private const string Prefix = "Random";

    private readonly int _seed;

    /// <summary>The <paramref name="seed"/>-th network.</summary>
    public Declaration(int seed)
    {
        _seed = seed;
        var random = new System.Random(seed);
        MaxBatch = Pick(random, Batches);
        Layers = new LayerStack(random, new System.Random(HashCode(seed, 1, 1)), new System.Random(HashCode(seed, 2, 2)), MaxBatch);
        InputGradient = random.Next(3) == 0;
    }

    /// <summary>The network whose class this is.</summary>
    public static Declaration Of(Type network) => new(int.Parse(network.Name[Prefix.Length..], CultureInfo.InvariantCulture));

    /// <summary>The class.</summary>
    public string Name => $"{Prefix}{_seed}";

    public int MaxBatch { get; }

    public bool InputGradient { get; }

    public LayerStack Layers { get; }

    /// <summary>Whether the network asks for the same bits on every processor.</summary>
    public bool Deterministic { get; init; }

    /// <summary>The threads that run it together.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>The declaration as a user writes it.</summary>
    public string Source =>
        $"[Network(MaxBatch = {MaxBatch}{(InputGradient ? ", InputGradient = true" : "")}{(Deterministic ? ", Deterministic = true" : "")}{(Threads > 1 ? $", Threads = {Threads}" : "")})]\n"
        + $"[{string.Join(", ", Layers.Attributes)}]\npublic partial class {Name};\n";

    /// <summary>A new optimizer, any of the Runtime's.</summary>
    public Optimizer Optimizer() => RandomOptimizer.Of(_seed, Layers.Terms);

    /// <summary>A batch for this network; <paramref name="draw"/> gives another one.</summary>
    public Samples Samples(OracleNetwork network, int count, int draw, bool fromOutput)
    {
        var random = new System.Random(HashCode(_seed, count, draw));
        Array[] inputs =
        [
            .. network.Inputs.Select(input => input.IsInt32
                ? (Array)Enumerable.Range(0, count * input.Length).Select(_ => random.Next(Layers.Vocabulary)).ToArray()
                : Numbers(count * input.Length, -1, 1)),
        ];
        Array[] targets =
        [
            .. network.Targets.Select((target, i) => target.Classes is { } classes
                ? (Array)Enumerable.Range(0, count * target.Length).Select(_ => random.Next(classes)).ToArray()
                : Numbers(count * target.Length, Layers.Losses[i].TakesProbabilities ? 0 : -1, 1)),
        ];
        return new(
            count,
            inputs,
            targets,
            random.Next(3) == 0 ? Numbers(count, 0.5f, 1.5f) : null,
            fromOutput ? [.. network.OutputLengths.Select(length => Numbers(count * length, -2f / (count * length), 2f / (count * length)))] : null);

        float[] Numbers(int length, float low, float high) => [.. Enumerable.Range(0, length).Select(_ => low + (high - low) * random.NextSingle())];
    }

    /// <summary>
    /// Biases, scales and statistics as training leaves them, none of them 0 or 1; and weights that suit layers without ReLU too, so that
    /// gradients neither vanish nor explode.
    /// </summary>
    public void Unsettle(ParameterStore parameters)
    {
        var random = new System.Random(_seed);
        foreach (ParameterEntry entry in parameters.Table.Entries)
        {
            ParameterView view = parameters[entry.Name];
            if (entry.Kind == ParameterKind.Weight)
            {
                view.CopyFrom([.. view.ToArray().Select(w => w * 0.7f)]);
                continue;
            }

            for (int i = 0; i < view.Count; i++)
                view[i] = (entry.Init == Init.Ones ? 1 : 0) + 0.5f * (random.NextSingle() - 0.5f);
        }
    }

    private static int HashCode(int a, int b, int c) => unchecked((a * 31 + b) * 1009 + c);

    private static T Pick<T>(System.Random random, IReadOnlyList<T> values) => values[random.Next(values.Count)];
}
