namespace StaticNet;

/// <summary>
/// The share of the targets' variance that predictions explain, <c>R² = 1 − Σ(y − t)²/Σ(t − t̄)²</c>, the mean over the numbers of a row. As
/// scikit-learn's <c>r2_score</c>: where targets do not vary it is 1 if all are met, otherwise 0.
/// </summary>
public struct R2Score : IMetric
{
    // of each number of a row: Σ(y − t)², the mean of t so far, Σ(t − t̄)²
    private double[]? _sums;
    private long _rows;

    /// <inheritdoc/>
    public readonly string Name => "R²";

    /// <inheritdoc/>
    public readonly bool IsHigherBetter => true;

    /// <inheritdoc/>
    public readonly double Value
    {
        get
        {
            ReadOnlySpan<double> sums = _sums;
            if (_rows == 0)
                return double.NaN;
            double total = 0;
            for (int i = 0; i < sums.Length; i += 3)
                total += sums[i + 2] > 0 ? 1 - sums[i] / sums[i + 2] : sums[i] == 0 ? 1 : 0;
            return total / (sums.Length / 3);
        }
    }

    /// <inheritdoc/>
    public void Reset()
    {
        Array.Clear(_sums ??= []);
        _rows = 0;
    }

    /// <inheritdoc/>
    public void Add(in Outcomes batch)
    {
        MetricError.RequireNumbers(batch, Name);
        if (_sums is null || _sums.Length != 3 * batch.Width)
            _sums = new double[3 * batch.Width];
        for (int row = 0; row < batch.Count; row++)
        {
            _rows++;
            ReadOnlySpan<float> y = batch.Prediction(row), t = batch.Target(row);
            for (int i = 0; i < y.Length; i++)
            {
                Span<double> sums = _sums.AsSpan(3 * i, 3);
                sums[0] += ((double)y[i] - t[i]) * ((double)y[i] - t[i]);

                // Welford (1962): t̄ ← t̄ + (t − t̄)/n, S ← S + (t − t̄)·(t − t̄′)
                double off = t[i] - sums[1];
                sums[1] += off / _rows;
                sums[2] += off * (t[i] - sums[1]);
            }
        }
    }
}
