namespace StaticNet;

/// <summary>
/// Of those that are predicted to be of a class the share that is, <c>right/(right + wrong)</c>. Classes are put together by
/// <see cref="Averaging"/>; of a single number, such as <see cref="BinaryCrossEntropyAttribute"/> has with one unit, the class is that it exceeds <see cref="Threshold"/>.
/// As scikit-learn, with 0 for 0/0.
/// </summary>
/// <param name="averaging">How classes are put together.</param>
public struct Precision(Averaging averaging = Averaging.Macro) : IMetric
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
    public readonly string Name => averaging == Averaging.Macro ? "precision" : "micro precision";

    /// <inheritdoc/>
    public readonly bool IsHigherBetter => true;

    /// <inheritdoc/>
    public readonly double Value => _counts.Value(averaging, static (right, wrong, missed) => (double)right / (right + wrong));

    /// <inheritdoc/>
    public void Reset() => _counts.Reset();

    /// <inheritdoc/>
    public void Add(in Outcomes batch) => _counts.Add(batch, Threshold);
}
