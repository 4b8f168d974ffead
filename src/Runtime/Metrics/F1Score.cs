namespace StaticNet;

/// <summary>
/// The harmonic mean of precision and recall, <c>2·right/(2·right + wrong + missed)</c>. Classes are put together by
/// <see cref="Averaging"/>; of a single number, such as <see cref="BinaryCrossEntropyAttribute"/> has with one unit, the class is that it exceeds <see cref="Threshold"/>.
/// As scikit-learn, with 0 for 0/0.
/// </summary>
/// <param name="averaging">How classes are put together.</param>
public struct F1Score(Averaging averaging = Averaging.Macro) : IMetric
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
    public readonly string Name => _counts.Name("F1");

    /// <inheritdoc/>
    public readonly bool IsHigherBetter => true;

    /// <inheritdoc/>
    public readonly double Value => _counts.Value(static (right, wrong, missed) => 2.0 * right / (2 * right + wrong + missed));

    /// <inheritdoc/>
    public void Reset() => _counts.Reset();

    /// <inheritdoc/>
    public void Add(in Outcomes batch) => _counts.Add(batch);
}
