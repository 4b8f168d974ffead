namespace StaticNet;

/// <summary>
/// The harmonic mean of precision and recall, <c>2·right/(2·right + wrong + missed)</c>. Classes are put together by
/// <see cref="Averaging"/>; of a single number, such as <see cref="BinaryCrossEntropyAttribute"/> has with one unit, the class is that it exceeds <see cref="Threshold"/>.
/// As scikit-learn, with 0 for 0/0.
/// </summary>
/// <param name="averaging">How classes are put together.</param>
public struct F1Score(Averaging averaging = Averaging.Macro) : IMetric
{
    // A default instance has the default threshold.
    private readonly double _above;
    private ClassCounts _counts;

    /// <summary>How classes are put together.</summary>
    public readonly Averaging Averaging => averaging;

    /// <summary>What a number that stands for itself must exceed to count as true, 0.5 by default.</summary>
    public double Threshold
    {
        readonly get => 0.5 + _above;
        init => _above = value - 0.5;
    }

    /// <inheritdoc/>
    public readonly string Name => averaging == Averaging.Macro ? "F1" : "micro F1";

    /// <inheritdoc/>
    public readonly bool IsHigherBetter => true;

    /// <inheritdoc/>
    public readonly double Value => _counts.Value(averaging, static (right, wrong, missed) => 2.0 * right / (2 * right + wrong + missed));

    /// <inheritdoc/>
    public void Reset() => _counts.Reset();

    /// <inheritdoc/>
    public void Add(in Outcomes batch) => _counts.Add(batch, Threshold);
}
