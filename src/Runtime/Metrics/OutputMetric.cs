namespace StaticNet;

/// <summary>A metric of one output of a network with several losses: <c>new OutputMetric("mask", new Accuracy())</c>.</summary>
/// <param name="output">The output's name.</param>
/// <param name="metric">What counts.</param>
public readonly struct OutputMetric(string output, IMetric metric) : IMetric
{
    private readonly string _output = output ?? throw new ArgumentNullException(nameof(output));
    private readonly IMetric _metric = metric ?? throw new ArgumentNullException(nameof(metric));

    /// <summary>The metric's name and the output's: <c>accuracy of mask</c>.</summary>
    public string Name => $"{_metric.Name} of {_output}";

    /// <inheritdoc/>
    public bool IsHigherBetter => _metric.IsHigherBetter;

    /// <inheritdoc/>
    public double Value => _metric.Value;

    /// <inheritdoc/>
    public void Reset() => _metric.Reset();

    /// <inheritdoc/>
    public void Add(in Outcomes batch) => _metric.Add(batch.Of(_output));
}
