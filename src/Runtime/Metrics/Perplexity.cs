using StaticNet.Numerics;

namespace StaticNet;

/// <summary>
/// How many equally likely classes the predictions are as unsure as: <c>exp(−Σ log p/n)</c>, p the probability of the right class of each row, or of
/// rows of probabilities t <c>exp(−ΣΣ t·log p/n)</c>. A probability below 10⁻³⁸ counts as that.
/// </summary>
public struct Perplexity : IMetric
{
    private const float Smallest = 1e-38f;

    private double _sum;
    private long _rows;

    /// <inheritdoc/>
    public readonly string Name => "perplexity";

    /// <inheritdoc/>
    public readonly bool IsHigherBetter => false;

    /// <inheritdoc/>
    public readonly double Value => _rows == 0 ? double.NaN : Powers.Of(Math.E, _sum / _rows);

    /// <inheritdoc/>
    public void Reset() => (_sum, _rows) = (0, 0);

    /// <inheritdoc/>
    public void Add(in Outcomes batch)
    {
        MetricError.RequireClasses(batch, "Perplexity");
        for (int row = 0; row < batch.Count; row++)
        {
            ReadOnlySpan<float> p = batch.Prediction(row);
            if (batch.HasClasses)
            {
                _sum -= BoxMuller.Log(Math.Max(p[batch.Class(row)], Smallest));
                continue;
            }
            ReadOnlySpan<float> t = batch.Target(row);
            for (int i = 0; i < p.Length; i++)
                _sum -= t[i] == 0 ? 0 : t[i] * BoxMuller.Log(Math.Max(p[i], Smallest));
        }

        _rows += batch.Count;
    }
}
