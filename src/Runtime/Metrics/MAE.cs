namespace StaticNet;

/// <summary>The mean absolute error, over all numbers: <c>Σ|y − t|/n</c>.</summary>
public struct MAE : IMetric
{
    private double _sum;
    private long _count;

    /// <inheritdoc/>
    public readonly string Name => "MAE";

    /// <inheritdoc/>
    public readonly bool IsHigherBetter => false;

    /// <inheritdoc/>
    public readonly double Value => _sum / _count;

    /// <inheritdoc/>
    public void Reset() => (_sum, _count) = (0, 0);

    /// <inheritdoc/>
    public void Add(in Outcomes batch)
    {
        MetricError.RequireNumbers(batch, Name);
        for (int row = 0; row < batch.Count; row++)
        {
            ReadOnlySpan<float> y = batch.Prediction(row), t = batch.Target(row);
            for (int i = 0; i < y.Length; i++)
                _sum += Math.Abs((double)y[i] - t[i]);
            _count += y.Length;
        }
    }
}
