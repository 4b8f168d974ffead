namespace StaticNet;

/// <summary>
/// Counts, batch after batch, what predictions are worth: <c>net.Evaluate(batches, ref metric)</c>, or in a list of <see cref="FitOptions.Metrics"/>.
/// A metric of your own is a struct with these members.
/// </summary>
/// <remarks>Samples count alike, whatever their weights in the loss.</remarks>
public interface IMetric
{
    /// <summary>What reports call it: <c>accuracy</c>.</summary>
    string Name { get; }

    /// <summary>Whether more is better; of an error less is.</summary>
    bool IsHigherBetter { get; }

    /// <summary>The result over all samples since <see cref="Reset"/>; not a number before the first.</summary>
    double Value { get; }

    /// <summary>Forgets what was counted.</summary>
    void Reset();

    /// <summary>Counts a batch.</summary>
    /// <param name="batch">Predictions and targets; valid during this call.</param>
    /// <exception cref="InvalidOperationException">The metric does not fit what the loss compares.</exception>
    void Add(in Outcomes batch);
}
