namespace StaticNet;

/// <summary>Several metrics counted in one pass: <c>var list = new MetricList(accuracy, f1); net.Evaluate(batches, ref list)</c>.</summary>
/// <remarks>Each struct is copied into the list as it is given: read the results from <see cref="this[int]"/>, or from variables of type <see cref="IMetric"/>.</remarks>
public readonly struct MetricList : IMetric
{
    private readonly IMetric[]? _metrics;

    /// <param name="metrics">The metrics, in the order of the results.</param>
    public MetricList(params IMetric[] metrics)
    {
        ArgumentNullException.ThrowIfNull(metrics);
        if (Array.IndexOf(metrics, null) is var index and >= 0)
            throw new ArgumentException($"metrics[{index}] is null: give a metric, such as new Accuracy().", nameof(metrics));
        _metrics = [.. metrics];
    }

    private ReadOnlySpan<IMetric> Metrics => _metrics;

    /// <summary>How many metrics there are.</summary>
    public int Count => Metrics.Length;

    /// <summary>A metric by its place.</summary>
    public IMetric this[int index] => Metrics[index];

    /// <summary>The names, separated by commas.</summary>
    public string Name => string.Join(", ", (_metrics ?? []).Select(metric => metric.Name));

    /// <summary>Of the first.</summary>
    public bool IsHigherBetter => Count > 0 && Metrics[0].IsHigherBetter;

    /// <summary>The value of the first; not a number where there is none.</summary>
    public double Value => Count > 0 ? Metrics[0].Value : double.NaN;

    /// <inheritdoc/>
    public void Reset()
    {
        foreach (IMetric metric in Metrics)
            metric.Reset();
    }

    /// <inheritdoc/>
    public void Add(in Outcomes batch)
    {
        foreach (IMetric metric in Metrics)
            metric.Add(batch);
    }
}
