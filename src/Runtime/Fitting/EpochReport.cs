using System.Globalization;
using System.Text;

namespace StaticNet;

/// <summary>What an epoch of training has reached.</summary>
public sealed record EpochReport
{
    /// <summary>Epochs so far, this one included: 1 after the first.</summary>
    public required int Epoch { get; init; }

    /// <summary>Epochs that there will be at most.</summary>
    public required int Epochs { get; init; }

    /// <summary>The mean loss of the epoch's steps, in training mode, each as it was before its update, weighted by their samples.</summary>
    public required double Loss { get; init; }

    /// <summary>The loss over the validation set after the epoch, in inference mode; null without one.</summary>
    public double? ValidationLoss { get; init; }

    /// <summary>The metrics after the epoch, in the order of <see cref="FitOptions.Metrics"/>.</summary>
    public IReadOnlyList<MetricValue> Metrics { get; init; } = [];

    /// <summary>The learning rate of the epoch's last step.</summary>
    public required double LearningRate { get; init; }

    /// <summary>How long the epoch's steps took; evaluation is not counted.</summary>
    public required TimeSpan Time { get; init; }

    /// <summary>Samples of the epoch.</summary>
    public required long Samples { get; init; }

    /// <summary>Samples that its steps took in a second.</summary>
    public double SamplesPerSecond => Samples / Time.TotalSeconds;

    /// <summary>Whether it is the best so far, by what early stopping monitors, or without that by the validation loss, or by the loss.</summary>
    public bool IsBest { get; init; }

    /// <summary>The value of a metric by its name, as <c>accuracy</c>.</summary>
    /// <exception cref="KeyNotFoundException">There is no such metric; the message tells the nearest name.</exception>
    public double this[string metric]
    {
        get
        {
            foreach (MetricValue value in Metrics)
            {
                if (value.Name == metric)
                    return value.Value;
            }
            throw new KeyNotFoundException(NearestName.Of(metric, Metrics.Select(value => value.Name)) is { } nearest
                ? $"There is no metric {NearestName.Quote(metric)}. Did you mean '{nearest}'?"
                : $"There is no metric {NearestName.Quote(metric)}: give FitOptions.Metrics some.");
        }
    }

    /// <summary>One line: <c>epoch 3/20  loss 0.2145  validation 0.2531  accuracy 0.9120  rate 0.001  0.8 s  71500 samples/s</c>.</summary>
    public override string ToString()
    {
        CultureInfo invariant = CultureInfo.InvariantCulture;
        var text = new StringBuilder();
        text.Append(invariant, $"epoch {Epoch.ToString(invariant).PadLeft(Epochs.ToString(invariant).Length)}/{Epochs}  loss {Loss:F4}");
        if (ValidationLoss is { } validation)
            text.Append(invariant, $"  validation {validation:F4}");
        foreach (MetricValue metric in Metrics)
            text.Append(invariant, $"  {metric.Name} {metric.Value:F4}");
        return text.Append(invariant, $"  rate {LearningRate:G4}  {Time.TotalSeconds:F1} s  {SamplesPerSecond:F0} samples/s").ToString();
    }
}

/// <summary>The value of a metric.</summary>
/// <param name="Name">The metric's name.</param>
/// <param name="Value">Its value over the data.</param>
public readonly record struct MetricValue(string Name, double Value);
