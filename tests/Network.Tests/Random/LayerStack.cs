namespace StaticNet.Network.Tests.Random;

/// <summary>Random layers, one after the other, each of a kind that fits what is there.</summary>
internal sealed class LayerStack
{
    // One, primes, full blocks, beyond the width up to which products are unrolled.
    private static readonly int[] Widths = [1, 2, 3, 3, 5, 7, 7, 13, 16, 16, 17, 31, 32, 48, 61, 64, 65, 96, 97, 128, 130];

    private static readonly int[][] Inputs =
    [
        [1], [2], [3], [7], [13], [16], [17], [32], [33], [64], [79], [130],
        [1, 5], [3, 4], [4, 16], [5, 1], [7, 7], [1, 1, 1], [1, 5, 5], [2, 3, 5], [3, 1, 4], [4, 4, 4], [3, 8, 7], [17, 5, 6],
    ];

    private static readonly string[] Activations =
    [
        "ReLU", "ReLU", "ReLU", "LeakyReLU", "LeakyReLU(0.2)", "Sigmoid", "Tanh", "Tanh", "ELU", "ELU(0.5)", "SELU", "GELU", "GELU",
        "GELU(Approximate = GELUApproximation.Tanh)", "SiLU", "SiLU", "Mish", "Softplus", "Softplus(Beta = 2)", "Softsign", "LogSigmoid", "ReLU6",
        "HardSigmoid", "HardSwish", "HardTanh", "HardTanh(-0.5, 2)", "PReLU",
    ];

    private static readonly string[] Noises = ["Dropout(0.25)", "Dropout(0.5)", "AlphaDropout(0.25)", "GaussianNoise(0.25)"];

    private static readonly string[] OfVectors = ["Softmax", "LogSoftmax", "LayerNorm", "LayerNorm(Affine = false)", "RMSNorm", "RMSNorm(Epsilon = 0.01)"];

    private readonly System.Random _random;

    // Chance of its own, so that networks of numbers alone are what they would be without tokens and attention.
    private readonly System.Random _ofTokens;
    private readonly int _maxBatch;
    private readonly List<(string Name, int[] Shape)> _outputs = [];
    private readonly List<string> _attributes = [];
    private readonly SharedLayers _shared;

    public LayerStack(System.Random random, System.Random ofTokens, System.Random ofShares, int maxBatch)
    {
        (_random, _ofTokens, _shared, _maxBatch) = (random, ofTokens, new(ofShares), maxBatch);
        Input = Pick(Inputs);
        AddInput();
        int depth = 1 + _random.Next(9);
        while (_outputs.Count < depth)
        {
            AddSome();
            if (_shared.Draw() is { } owner)
                AddShared(owner.Name, owner.Inputs, owner.Units);
        }

        Finish(maxBatch);
    }

    /// <summary>The extents of a sample of the first input.</summary>
    private int[] Input { get; }

    /// <summary>The inputs, layers, outputs and losses, as their attributes are written.</summary>
    public IReadOnlyList<string> Attributes => _attributes;

    /// <summary>By how much the gradients of all losses may exceed those of one that is a mean.</summary>
    public double Terms { get; private set; } = 1;

    /// <summary>The losses.</summary>
    public List<RandomLoss> Losses { get; } = [];

    /// <summary>How many vectors the embedding of an input of tokens has.</summary>
    public int Vocabulary { get; private set; } = 1;

    // How many tokens a sample has; none where there is no such input.
    private int Tokens { get; set; }

    private bool HasBatches => _maxBatch >= Declaration.LeastBatch;

    private int[] Shape => _outputs.Count == 0 ? Input : _outputs[^1].Shape;

    private bool IsVector => Shape.Length == 1;

    private bool IsImage => Shape.Length == 3;

    private bool IsSequence => Shape.Length == 2;

    private void AddSome()
    {
        if (IsImage && _random.Next(2) == 0)
        {
            Add(WindowLayer.Of(_random, Shape));
            return;
        }

        if (IsSequence && _random.Next(3) == 0)
        {
            if (Shape[0] <= AttentionLayer.Longest && _ofTokens.Next(2) == 0)
                AddAttention();
            else if (_random.Next(4) == 0)
                Add(RecurrentLayer.Of(_random, Shape[0], [.. _outputs.Where(o => o.Shape.Length == 1).Select(o => (o.Name, o.Shape[0]))]));
            else
                Add(WindowLayer.Of(_random, Shape));
            return;
        }

        switch (_random.Next(20))
        {
            case < 6:
                Dense(Pick(Widths));
                break;
            case < 11:
                Add(IsVector && _random.Next(20) == 0 ? "PReLU(PerChannel = true)" : Pick(Activations), Shape);
                break;
            case < 12:
                Add(Pick(Noises), Shape);
                break;
            case < 14 when HasBatches:
                BatchNorm();
                break;
            case < 15 when IsVector:
                Add(Pick(OfVectors), Shape);
                break;
            case < 16 when IsImage || _random.Next(2) == 0:
                Add(ShapeLayer.Of(_random, Shape));
                break;
            case < 16:
                Reshape();
                break;
            case 16 when Shape[0] % 2 == 0 && _outputs.Count > 0:
                AddHalves();
                break;
            case < 18:
                AddEarlier();
                break;
            default:
                AddBranch();
                break;
        }
    }

    private void Dense(int units, string? from = null)
    {
        if (!IsVector && from is null)
            Add("Flatten", [Shape.Aggregate(1, (a, b) => a * b)]);
        if (from is null)
            _shared.Add(($"l{_outputs.Count}", Shape[0], units));
        Add(_random.Next(4) == 0 ? $"Dense({units}, Bias = false)" : $"Dense({units})", [units], from);
    }

    // To one axis, or to two or three whose product is the same; the last is left to follow from the others.
    private void Reshape()
    {
        int count = Shape.Aggregate(1, (a, b) => a * b);
        int[] divisors = [.. Enumerable.Range(1, count).Where(d => count % d == 0)];
        int first = Pick(divisors);
        switch (_random.Next(4))
        {
            case 0:
                Add($"Reshape({first}, {count / first})", [first, count / first]);
                break;
            case 1:
                int second = Pick([.. divisors.Where(d => count / first % d == 0)]);
                Add($"Reshape({first}, {second}, -1)", [first, second, count / first / second]);
                break;
            default:
                Add("Flatten", [count]);
                break;
        }
    }

    private void AddAttention() => Add(
        AttentionLayer.Of(
            _ofTokens,
            _maxBatch,
            Shape,
            Tokens == Shape[0] ? ["tokens"] : [],
            [.. _outputs.Where(o => o.Shape.Length == 2 && o.Shape[1] == Shape[1]).Select(o => o.Name)]),
        Shape);

    private void BatchNorm() => Add(_random.Next(4) == 0 ? "BatchNorm(Affine = false, Momentum = 0.25)" : "BatchNorm", Shape);

    // A residual connection to any earlier layer of the same shape, itself included.
    private void AddEarlier()
    {
        string[] same = [.. _outputs.Where(o => o.Shape.SequenceEqual(Shape)).Select(o => o.Name)];
        if (same.Length == 0)
            return;
        if (_random.Next(5) == 0)
        {
            int axis = _random.Next(Shape.Length);
            string along = axis == 0 ? "" : $", Axis = {axis + 1}";
            Add($"Concat(\"{Pick(same)}\", \"{_outputs[^1].Name}\"{along})", [.. Shape.Select((extent, i) => i == axis ? 2 * extent : extent)]);
            return;
        }

        IEnumerable<string> joined = Enumerable.Range(0, 1 + _random.Next(2)).Select(_ => Pick(same)).Append(_outputs[^1].Name);
        Add($"{(_random.Next(4) == 0 ? "Multiply" : "Add")}({string.Join(", ", joined.Select(n => $"\"{n}\""))})", Shape);
    }

    // What an earlier dense layer does, once more by its parameters.
    private void AddShared(string name, int inputs, int units)
    {
        if (!IsVector || Shape[0] != inputs)
            Dense(inputs);
        Add($"Dense({units}, Bias = false, Share = \"{name}\")", [units]);
    }

    // Two halves in the opposite order, or one as the gate of the other.
    private void AddHalves()
    {
        int[] half = [Shape[0] / 2, .. Shape.Skip(1)];
        string first = $"l{_outputs.Count}", second = $"l{_outputs.Count + 1}";
        _attributes.Add($"Split(\"{first}\", \"{second}\"{(_random.Next(2) == 0 ? "" : $", Lengths = new[] {{ {half[0]}, {half[0]} }}")})");
        _outputs.AddRange([(first, half), (second, half)]);
        if (_random.Next(2) == 0)
        {
            Add($"Concat(\"{second}\", \"{first}\")", [2 * half[0], .. half.Skip(1)]);
            return;
        }

        Add("Sigmoid", half);
        Add($"Multiply(\"{first}\", \"{_outputs[^1].Name}\")", half);
    }

    // From some vector two ways to one width, and their sum.
    private void AddBranch()
    {
        string[] vectors = [.. _outputs.Where(o => o.Shape.Length == 1).Select(o => o.Name)];
        if (!IsVector || vectors.Length == 0)
            return;
        int width = Shape[0];
        string kept = _outputs[^1].Name;
        Dense(width, Pick(vectors));
        if (_random.Next(2) == 0)
            Add(Pick(Activations), [width]);
        Add($"Add(\"{kept}\", \"{_outputs[^1].Name}\")", [width]);
    }

    // One input, tokens or numbers, or two that meet in a sum.
    private void AddInput()
    {
        string extents = string.Join(", ", Input);
        if (IsVector && Input[0] <= AttentionLayer.Longest && _ofTokens.Next(4) == 0)
        {
            (Tokens, Vocabulary) = (Input[0], Pick([2, 5, 17]));
            int dimensions = Pick([1, 3, 4, 8, 16, 17]);
            _attributes.Add($"Input({extents}, Name = \"tokens\", Type = Element.Int32)");
            Add($"Embedding({Vocabulary}, {dimensions}{Pick(["", ", PaddingIndex = 0", ", PaddingIndex = 1"])})", [Tokens, dimensions]);
            return;
        }

        if (_random.Next(4) > 0)
        {
            _attributes.Add($"Input({extents})");
            return;
        }

        int width = Pick(Widths);
        _attributes.Add($"Input({extents}, Name = \"left\")");
        Dense(width);
        _attributes.Add($"Input({Pick(Widths)}, Name = \"right\")");
        Dense(width, "right");
        Add($"Add(\"{_outputs[^2].Name}\", \"{_outputs[^1].Name}\")", [width]);
    }

    // Up to two side outputs, and of each output none, one or two losses.
    private void Finish(int maxBatch)
    {
        RandomLoss? main = _random.Next(6) == 0 ? null : new RandomLoss(_random);
        (string Name, int[] Shape)[] sides = _random.Next(4) > 0 ? [] : [.. _outputs.OrderBy(_ => _random.Next()).Take(1 + _random.Next(2))];
        if (_random.Next(3) > 0 || main?.Takes(Shape) == false || sides.Contains(_outputs[^1]))
            Dense(Pick(Widths));
        var compared = new List<(RandomLoss? Loss, int[] Shape, string Output)>();
        foreach (var (side, shape) in sides)
        {
            _attributes.Add($"Output(\"{side}Side\", From = \"{side}\")");
            RandomLoss loss = new(_random);
            bool isCompared = _random.Next(2) == 0 && loss.Takes(shape);
            compared.Add((isCompared ? loss : null, shape, $"{side}Side"));
        }

        compared.Add((main, Shape, "output"));
        if (main is not null && _random.Next(6) == 0)
            compared.Add((new RandomLoss(_random) is var second && second.Takes(Shape) ? second : null, Shape, "output"));
        bool isOnly = sides.Length == 0 && compared.Count(c => c.Loss is not null) == 1;
        foreach (var (loss, shape, output) in compared.Where(c => c.Loss is not null))
        {
            Losses.Add(loss!);
            _attributes.Add(loss!.Attribute(shape[^1], isOnly ? null : output));
        }

        Terms = Math.Max(1, compared.Sum(c => c.Loss is { } loss ? loss.Weight * (loss.IsSum ? c.Shape.Aggregate(maxBatch, (a, b) => a * b) : 1) : 0));
    }

    private void Add(WindowLayer layer) => Add(layer.Attribute, layer.Shape);

    private void Add(ShapeLayer layer) => Add(layer.Attribute, layer.Shape);

    private void Add(RecurrentLayer layer) => Add(layer.Attribute, layer.Shape);

    private void Add(string attribute, int[] shape, string? from = null)
    {
        string name = $"l{_outputs.Count}";
        string named = $"Name = \"{name}\"" + (from is null ? "" : $", From = \"{from}\"");
        if (HasParameters(attribute) && !attribute.Contains("Share") && _random.Next(12) == 0)
            named += $", Trainable = Trainable.{Pick(["Never", "Switchable"])}";
        _attributes.Add(attribute.EndsWith(')') ? $"{attribute[..^1]}, {named})" : $"{attribute}({named})");
        _outputs.Add((name, shape));
    }

    private static bool HasParameters(string attribute) =>
        typeof(ParameterLayerAttribute).IsAssignableFrom(typeof(LayerAttribute).Assembly.GetType($"StaticNet.{attribute.Split('(')[0]}Attribute"));

    private T Pick<T>(IReadOnlyList<T> values) => values[_random.Next(values.Count)];
}
