namespace StaticNet;

/// <summary>The root of the mean squared error, over all numbers: <c>√(Σ(y − t)²/n)</c>.</summary>
public struct RMSE : IMetric
{
    private double _sum;
    private long _count;

    /// <inheritdoc/>
    public readonly string Name => "RMSE";

    /// <inheritdoc/>
    public readonly bool IsHigherBetter => false;

    /// <inheritdoc/>
    public readonly double Value => Math.Sqrt(_sum / _count);

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
                _sum += ((double)y[i] - t[i]) * ((double)y[i] - t[i]);
            _count += y.Length;
        }
    }
}
