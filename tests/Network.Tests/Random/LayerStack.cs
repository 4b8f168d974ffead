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

    // Elements beyond which nothing grows any more.
    private const int LargestSpread = 64;

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
            AddWindows();
            return;
        }

        if (IsSequence && _random.Next(3) == 0)
        {
            if (Shape[0] <= AttentionLayer.Longest && _ofTokens.Next(2) == 0)
                AddAttention();
            else
                AddAlong();
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
                ShapeLayer moved = ShapeLayer.Of(_random, Shape);
                Add(moved.Attribute, moved.Shape);
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

    // What goes over an image in windows, at most as large as the image.
    private void AddWindows()
    {
        int kernel = 1 + _random.Next(Math.Min(3, Math.Min(Shape[1], Shape[2]))), stride = 1 + _random.Next(2), padding = _random.Next(kernel / 2 + 1);
        string window = $"{kernel}, Stride = {stride}, Padding = {padding}";
        switch (_random.Next(9))
        {
            case 8 when Shape[1] * Shape[2] <= LargestSpread:
                AddSpread(kernel, stride);
                break;
            case 4:
                int outputs = Pick([1, 3, 5, 17]);
                Add($"SeparableConv2D({outputs}, {window}, DepthMultiplier = {1 + _random.Next(2)})", Windows(outputs));
                break;
            case < 5:
                int groups = Pick([.. Enumerable.Range(1, Shape[0]).Where(d => Shape[0] % d == 0)]);
                int units = groups * (groups == Shape[0] ? 1 + _random.Next(2) : Pick([1, 2, 3, 5, 17]));
                Add($"Conv2D({units}, {window}, Groups = {groups})", Windows(units));
                break;
            case 5:
                Add($"MaxPool2D({window})", Windows(Shape[0]));
                break;
            case 6:
                Add($"AveragePool2D({window})", Windows(Shape[0]));
                break;
            default:
                PooledImage whole = PooledImage.Of(_random, Shape[0]);
                Add(whole.Attribute, whole.Shape);
                break;
        }

        int[] Windows(int channels) => [channels, .. Shape.Skip(1).Select(extent => (extent + 2 * padding - kernel) / stride + 1)];
    }

    // A transposed convolution, by which an image or a sequence grows.
    private void AddSpread(int kernel, int stride)
    {
        int channels = Shape[IsImage ? 0 : 1], added = _random.Next(stride), dilation = 1 + _random.Next(2);
        int groups = Pick([.. Enumerable.Range(1, channels).Where(d => channels % d == 0)]), units = groups * Pick([1, 2, 3]);
        int[] places = [.. (IsImage ? Shape.Skip(1) : Shape.Take(1)).Select(extent => (extent - 1) * stride + dilation * (kernel - 1) + added + 1)];
        string window = $"{kernel}, Stride = {stride}, OutputPadding = {added}, Dilation = {dilation}, Groups = {groups}";
        Add($"ConvTranspose{places.Length}D({units}, {window})", IsImage ? [units, .. places] : [.. places, units]);
    }

    // The same along a sequence, and elements beyond its ends.
    private void AddAlong()
    {
        int length = Shape[0], channels = Shape[1], kernel = 1 + _random.Next(Math.Min(3, length)), stride = 1 + _random.Next(2), padding = _random.Next(kernel / 2 + 1);
        string window = $"{kernel}, Stride = {stride}, Padding = {padding}";
        int places = (length + 2 * padding - kernel) / stride + 1, all = (length + stride - 1) / stride;
        switch (_random.Next(12))
        {
            case 9 when length <= LargestSpread:
                AddSpread(kernel, stride);
                break;
            case 0:
                Add($"Conv1D(5, {window})", [places, 5]);
                break;
            case 1:
                Add($"SeparableConv1D(5, {window}, DepthMultiplier = {stride})", [places, 5]);
                break;
            case > 8:
                RecurrentLayer recurrent = RecurrentLayer.Of(_random, length);
                Add(recurrent.Attribute, recurrent.Shape);
                break;
            case 2:
                Add($"Conv1D({channels}, {window}, Groups = {channels})", [places, channels]);
                break;
            case 3:
                Add($"Conv1D(17, {window}, PaddingMode = PaddingMode.{(length > 1 ? Pick(["Reflect", "Replicate"]) : "Replicate")})", [places, 17]);
                break;
            case 4:
                Add($"Conv1D(3, {kernel}, Stride = {stride}, PaddingMode = PaddingMode.{Pick(["Same", "Causal"])})", [all, 3]);
                break;
            case 5:
                Add($"MaxPool1D({window})", [places, channels]);
                break;
            case 6:
                Add($"AveragePool1D({window})", [places, channels]);
                break;
            case 7 when padding > 0:
                Add($"AdaptiveAveragePool1D({1 + length / 2})", [1 + length / 2, channels]);
                break;
            case 7:
                Add("GlobalAveragePool1D", [channels]);
                break;
            default:
                Add("GlobalMaxPool1D", [channels]);
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
            Add($"Concat(\"{Pick(same)}\", \"{_outputs[^1].Name}\")", [2 * Shape[0], .. Shape.Skip(1)]);
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
