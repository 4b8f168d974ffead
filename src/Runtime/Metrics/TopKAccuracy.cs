namespace StaticNet;

/// <summary>The share of rows whose right class is among the k most likely ones; of equally likely ones the first go before.</summary>
public struct TopKAccuracy : IMetric
{
    private readonly int _more;
    private long _right;
    private long _all;

    /// <param name="k">How many of the most likely classes count, at least 1.</param>
    public TopKAccuracy(int k)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(k, 1);
        _more = k - 1;
    }

    /// <summary>How many of the most likely classes count.</summary>
    public readonly int K => _more + 1;

    /// <inheritdoc/>
    public readonly string Name => $"top-{K} accuracy";

    /// <inheritdoc/>
    public readonly bool IsHigherBetter => true;

    /// <inheritdoc/>
    public readonly double Value => (double)_right / _all;

    /// <inheritdoc/>
    public void Reset() => (_right, _all) = (0, 0);

    /// <inheritdoc/>
    public void Add(in Outcomes batch)
    {
        MetricError.RequireClasses(batch, "Top-k accuracy");
        for (int row = 0; row < batch.Count; row++)
        {
            ReadOnlySpan<float> predicted = batch.Prediction(row);
            int right = batch.Class(row), before = 0;
            for (int i = 0; i < predicted.Length; i++)
                before += predicted[i] > predicted[right] || (predicted[i] == predicted[right] && i < right) ? 1 : 0;
            _right += before < K && !float.IsNaN(predicted[right]) ? 1 : 0;
        }

        _all += batch.Count;
    }
}
