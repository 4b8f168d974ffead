using System.Globalization;

namespace StaticNet.Network.Tests.Random;

/// <summary>A loss with options, drawn from all there are.</summary>
internal sealed class RandomLoss
{
    // The log-probabilities of NegativeLogLikelihood may be any numbers; a rate whose logarithm is taken is not among them.
    private static readonly string[] Kinds =
    [
        "MeanSquaredError", "MeanSquaredError", "MeanSquaredError(HalfSum = true)", "MeanAbsoluteError", "Huber", "Huber(0.25)", "SmoothL1(0.5)", "LogCosh",
        "BinaryCrossEntropy", "BinaryCrossEntropy(PositiveWeight = 2.5)", "Hinge", "SquaredHinge", "Poisson", "CosineSimilarity",
        "SoftmaxCrossEntropy", "SoftmaxCrossEntropy", "SoftmaxCrossEntropy(LabelSmoothing = 0.1)", "SoftmaxCrossEntropy(Target = TargetKind.Rows)",
        "SoftmaxCrossEntropy(Target = TargetKind.Rows, LabelSmoothing = 0.2)", "KLDivergence", "NegativeLogLikelihood",
    ];

    private readonly System.Random _random;
    private readonly string _kind;

    public RandomLoss(System.Random random) => (_random, _kind) = (random, Kinds[random.Next(Kinds.Length)]);

    /// <summary>Whether it takes an output of these extents: classes, a distribution or a direction of samples or of steps, or any numbers.</summary>
    public bool Takes(int[] shape) => shape.Length <= (HasClasses || _kind is "KLDivergence" or "CosineSimilarity" ? 2 : shape.Length);

    /// <summary>Whether it compares with numbers from 0 to 1.</summary>
    public bool TakesProbabilities => _kind.StartsWith("Binary", StringComparison.Ordinal) || _kind.Contains("Rows") || _kind is "KLDivergence";

    private bool HasClasses => _kind.StartsWith("Softmax", StringComparison.Ordinal) || _kind == "NegativeLogLikelihood";

    /// <summary>Whether it is a sum; known once its attribute is written.</summary>
    public bool IsSum { get; private set; }

    /// <summary>Its weight among others; known once its attribute is written.</summary>
    public double Weight { get; private set; } = 1;

    /// <summary>The attribute as it is written, for an output whose last axis has this width and, where there are several losses, of this name.</summary>
    public string Attribute(int width, string? from)
    {
        // A single number has no direction that could turn.
        string kind = width == 1 && _kind == "CosineSimilarity" ? "MeanSquaredError" : _kind;
        var options = new List<string>();
        if (from is not null)
        {
            Weight = _random.Next(1, 5) * 0.5;
            options.Add($"From = \"{from}\", Weight = {Weight.ToString(CultureInfo.InvariantCulture)}");
        }

        if (IsSum = _random.Next(4) == 0)
            options.Add("Reduction = Reduction.Sum");
        if (HasClasses && _random.Next(3) == 0)
            options.Add($"ClassWeights = new double[] {{ {string.Join(", ", Enumerable.Range(0, width).Select(_ => (_random.Next(1, 5) * 0.5).ToString(CultureInfo.InvariantCulture)))} }}");
        if (options.Count == 0)
            return kind;
        string more = string.Join(", ", options);
        return kind.EndsWith(')') ? $"{kind[..^1]}, {more})" : $"{kind}({more})";
    }
}
