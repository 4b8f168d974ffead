namespace StaticNet;

/// <summary>A number of an epoch's report that epochs are compared by.</summary>
internal sealed class Monitored
{
    private const string Loss = "loss";
    private const string ValidationLoss = "validation loss";

    private readonly int _metric;
    private readonly bool _validates;

    /// <param name="name">What to monitor; null for the validation loss, or without a validation set the loss.</param>
    /// <param name="options">The options of the training.</param>
    /// <exception cref="ArgumentException">There is no such number.</exception>
    public Monitored(string? name, FitOptions options)
    {
        _metric = -1;
        _validates = name is null ? options.IsValidated : name == ValidationLoss;
        if (name is null or Loss)
            return;
        if (name == ValidationLoss)
        {
            if (!options.IsValidated)
                throw new ArgumentException("Monitor is \"validation loss\", but there is no validation set: set FitOptions.Validation or ValidationSplit.", nameof(options));
            return;
        }
        string[] metrics = [.. options.Metrics.Select(metric => metric.Name)];
        _metric = Array.IndexOf(metrics, name);
        if (_metric < 0)
            throw new ArgumentException(
                $"Monitor is {NearestName.Quote(name)}, which is no metric of this training: write \"{NearestName.Of(name, [.. metrics, Loss, ValidationLoss])}\", "
                + "or add the metric to FitOptions.Metrics.", nameof(options));
        IsHigherBetter = options.Metrics[_metric].IsHigherBetter;
    }

    public bool IsHigherBetter { get; }

    public double Of(EpochReport report) => _metric >= 0 ? report.Metrics[_metric].Value : _validates ? report.ValidationLoss!.Value : report.Loss;

    /// <summary>Whether a value is better than another by more than a margin; what is not a number is never, and any number is better than it.</summary>
    public bool IsBetter(double value, double than, double margin) =>
        double.IsNaN(than) ? !double.IsNaN(value) : IsHigherBetter ? value > than + margin : value < than - margin;
}
