namespace StaticNet;

/// <summary>
/// Of those that are of a class the share that is predicted to be, <c>right/(right + missed)</c>. Classes are put together by
/// <see cref="Averaging"/>; of a single number, such as <see cref="BinaryCrossEntropyAttribute"/> has with one unit, the class is that it exceeds <see cref="Threshold"/>.
/// As scikit-learn, with 0 for 0/0.
/// </summary>
/// <param name="averaging">How classes are put together.</param>
public struct Recall(Averaging averaging = Averaging.Macro) : IMetric
{
    private ClassCounts _counts = new(averaging);

    /// <summary>How classes are put together.</summary>
    public readonly Averaging Averaging => _counts.Averaging;

    /// <summary>What a number that stands for itself must exceed to count as true, 0.5 by default.</summary>
    public double Threshold
    {
        readonly get => _counts.Threshold;
        init => _counts.Threshold = value;
    }

    /// <inheritdoc/>
    public readonly string Name => _counts.Name("recall");

    /// <inheritdoc/>
    public readonly bool IsHigherBetter => true;

    /// <inheritdoc/>
    public readonly double Value => _counts.Value(static (right, wrong, missed) => (double)right / (right + missed));

    /// <inheritdoc/>
    public void Reset() => _counts.Reset();

    /// <inheritdoc/>
    public void Add(in Outcomes batch) => _counts.Add(batch);
}
