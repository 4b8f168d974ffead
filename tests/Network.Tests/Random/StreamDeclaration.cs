namespace StaticNet.Network.Tests.Random;

/// <summary>A random network that streams: layers one after the other along a sequence, each of which gives a step from that step and those before.</summary>
internal sealed class StreamDeclaration
{
    private static readonly string[] Pointwise =
    [
        "ReLU", "Tanh", "Sigmoid", "GELU", "SiLU", "PReLU", "LayerNorm", "RMSNorm", "BatchNorm", "BatchNorm(Affine = false)", "Softmax", "Dropout(0.5)",
        "SpatialDropout(0.5)", "GaussianNoise(0.5)",
    ];

    private readonly int _seed;
    private readonly System.Random _random;
    private readonly List<string> _attributes = [];
    private readonly List<(string Name, int Length, int Channels)> _sequences = [];

    /// <summary>The <paramref name="seed"/>-th network.</summary>
    public StreamDeclaration(int seed)
    {
        (_seed, _random) = (seed, new(seed));
        (Length, Channels) = (Pick([6, 8, 12, 24]), Pick([1, 3, 5, 16, 17]));
        Add($"Input({Length}, {Channels}", Length, Channels);
        int depth = 2 + _random.Next(5);
        while (_sequences.Count <= depth)
            AddSome();
        Steps = _sequences.Aggregate(0, (divisor, sequence) => CommonDivisor(divisor, sequence.Length));
        EndsInState = _random.Next(4) == 0;
        _attributes.Add(EndsInState ? "GRU(4), Dense(3)" : "Dense(3)");
    }

    /// <summary>The class.</summary>
    public string Name => $"RandomStream{_seed}";

    /// <summary>The steps of its input.</summary>
    public int Length { get; }

    /// <summary>The numbers of such a step.</summary>
    public int Channels { get; }

    /// <summary>The steps of its stream: as many as the shortest sequence allows.</summary>
    public int Steps { get; }

    /// <summary>Whether its output is what is known at the last step alone.</summary>
    public bool EndsInState { get; }

    /// <summary>The declaration as a user writes it.</summary>
    public string Source => $"[Network(MaxBatch = 3, Stream = true), {string.Join(", ", _attributes)}]\npublic partial class {Name};\n";

    private (string Name, int Length, int Channels) Last => _sequences[^1];

    private void AddSome()
    {
        var (name, length, channels) = Last;
        int units = Pick([1, 2, 5, 16, 17]), kernel = 1 + _random.Next(4), stride = Pick([.. Enumerable.Range(1, 3).Where(s => length % s == 0 && length > s)]);
        string causal = $"{units}, {kernel}, Stride = {stride}, Dilation = {1 + _random.Next(2)}, PaddingMode = PaddingMode.Causal";
        switch (_random.Next(9))
        {
            case 0:
                Add($"Conv1D({causal}", length / stride, units);
                break;
            case 1:
                Add($"SeparableConv1D({causal}, DepthMultiplier = {1 + _random.Next(2)}", length / stride, units);
                break;
            case 2:
                string layers = _random.Next(2) == 0 ? ", Layers = 2" : "", bias = _random.Next(4) == 0 ? ", Bias = false" : "";
                Add($"{Pick(["RNN", "LSTM", "GRU"])}({units}, ReturnSequences = true{layers}{bias}", length, units);
                break;
            case 3 when stride > 1:
                Add($"{Pick(["MaxPool1D", "AveragePool1D"])}({stride}", length / stride, channels);
                break;
            case 4 when length <= 12:
                Add("UpSample1D(2", 2 * length, channels);
                break;
            case 5:
                Add($"Dense({units}", length, units);
                break;
            case 6:
                string[] alike = [.. _sequences.Where(s => s.Length == length && s.Channels == channels).Select(s => s.Name)];
                Add($"{Pick(["Add", "Multiply"])}(\"{Pick(alike)}\", \"{name}\"", length, channels);
                break;
            case 7:
                var (other, _, more) = Pick([.. _sequences.Where(s => s.Length == length)]);
                Add($"Concat(\"{other}\", \"{name}\", Axis = 2", length, more + channels);
                break;
            default:
                string kind = Pick(Pointwise);
                Add(kind.EndsWith(')') ? kind[..^1] : $"{kind}(", length, channels);
                break;
        }
    }

    private void Add(string attribute, int length, int channels)
    {
        string name = $"l{_sequences.Count}";
        _attributes.Add($"{attribute}{(attribute.EndsWith('(') ? "" : ", ")}Name = \"{name}\")");
        _sequences.Add((name, length, channels));
    }

    private static int CommonDivisor(int a, int b) => b == 0 ? a : CommonDivisor(b, a % b);

    private T Pick<T>(IReadOnlyList<T> values) => values[_random.Next(values.Count)];
}
