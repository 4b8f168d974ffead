namespace StaticNet;

/// <summary>
/// The share of predictions that are right: of classes the most likely one is the target's; of other numbers (<see cref="BinaryCrossEntropyAttribute"/>,
/// hinge losses) each for itself lies on the target's side of <see cref="Threshold"/>.
/// </summary>
public struct Accuracy : IMetric
{
    // A default instance has the default threshold.
    private readonly double _above;
    private long _right;
    private long _all;

    /// <summary>What a number must exceed to count as true, 0.5 by default; 0 for targets of −1 and 1.</summary>
    public double Threshold
    {
        readonly get => 0.5 + _above;
        init => _above = value - 0.5;
    }

    /// <inheritdoc/>
    public readonly string Name => "accuracy";

    /// <inheritdoc/>
    public readonly bool IsHigherBetter => true;

    /// <inheritdoc/>
    public readonly double Value => (double)_right / _all;

    /// <inheritdoc/>
    public void Reset() => (_right, _all) = (0, 0);

    /// <inheritdoc/>
    public void Add(in Outcomes batch)
    {
        for (int row = 0; row < batch.Count; row++)
        {
            if (batch.IsOneOfClasses)
            {
                _right += batch.PredictedClass(row) == batch.Class(row) ? 1 : 0;
                _all++;
                continue;
            }
            ReadOnlySpan<float> predicted = batch.Prediction(row), target = batch.Target(row);
            for (int i = 0; i < predicted.Length; i++)
                _right += predicted[i] > Threshold == target[i] > Threshold ? 1 : 0;
            _all += predicted.Length;
        }
    }
}
