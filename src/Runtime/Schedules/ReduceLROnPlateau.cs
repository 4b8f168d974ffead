namespace StaticNet;

/// <summary>
/// Multiplies the rate when epochs get no better: <c>η ← max(η·f, η₁)</c> after more than <see cref="Patience"/> epochs without improvement. PyTorch's
/// <c>ReduceLROnPlateau</c> and its defaults. In a loop of your own: <c>optimizer.LearningRate = plateau.Next(optimizer.LearningRate, loss)</c>.
/// </summary>
public sealed class ReduceLROnPlateau : Schedule
{
    // A change of the rate that is no larger is none.
    private const double Smallest = 1e-8;

    private Monitored? _monitored;
    private double? _rate;
    private double _best = double.NaN;
    private int _bad;
    private int _cooling;

    /// <param name="factor">The factor f, at least 0 and below 1.</param>
    /// <param name="patience">How many epochs without improvement are let pass, at least 0.</param>
    public ReduceLROnPlateau(double factor = 0.1, int patience = 10)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(patience);
        (Factor, Patience) = (HyperParameter.Fraction(factor, nameof(factor)), patience);
    }

    /// <summary>The factor f.</summary>
    public double Factor { get; }

    /// <summary>How many epochs without improvement are let pass.</summary>
    public int Patience { get; }

    /// <summary>By how much an epoch must be better than the best to count, as a share of the best, or with <see cref="IsAbsolute"/> as it is; 1e-4 by default.</summary>
    public double Threshold
    {
        get;
        init => field = HyperParameter.AtLeastZero(value, nameof(Threshold));
    } = 1e-4;

    /// <summary>Whether <see cref="Threshold"/> is a difference instead of a share (PyTorch's <c>threshold_mode="abs"</c>).</summary>
    public bool IsAbsolute { get; init; }

    /// <summary>How many epochs after a reduction are not looked at, at least 0; 0 by default.</summary>
    public int Cooldown
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value, nameof(Cooldown));
            field = value;
        }
    }

    /// <summary>The lowest rate η₁, at least 0; 0 by default.</summary>
    public double Minimum
    {
        get;
        init => field = HyperParameter.AtLeastZero(value, nameof(Minimum));
    }

    /// <summary>What <see cref="FitExtensions.Fit(ITrainer, Batches, FitOptions)"/> monitors, as <see cref="EarlyStopping.Monitor"/>.</summary>
    public string? Monitor { get; init; }

    /// <summary>Whether more is better (PyTorch's <c>mode="max"</c>); a training knows it of what it monitors.</summary>
    public bool IsHigherBetter { get; init; }

    private bool HigherIsBetter => _monitored?.IsHigherBetter ?? IsHigherBetter;

    /// <summary>The rate of the next epoch.</summary>
    /// <param name="rate">The rate of this one.</param>
    /// <param name="value">What this epoch reached; what is not a number is no improvement.</param>
    public double Next(double rate, double value)
    {
        if (IsImprovement(value))
            (_best, _bad) = (value, 0);
        else
            _bad++;
        if (_cooling > 0)
            (_cooling, _bad) = (_cooling - 1, 0);
        if (_bad <= Patience)
            return rate;
        (_cooling, _bad) = (Cooldown, 0);
        double reduced = Math.Max(rate * Factor, Minimum);
        return rate - reduced > Smallest ? reduced : rate;
    }

    internal override double[] State
    {
        get => [_rate ?? double.NaN, _best, _bad, _cooling];
        set => (_rate, _best, _bad, _cooling) = (double.IsNaN(value[0]) ? null : value[0], value[1], (int)value[2], (int)value[3]);
    }

    internal override double Of(double initial, long t) => _rate ?? initial;

    internal override void Begin(FitOptions options)
    {
        if (PerStep)
            throw new ArgumentException("ReduceLROnPlateau looks at epochs: leave PerStep out, and out of the SequentialLR that it is in.", nameof(options));
        _monitored = new Monitored(Monitor, options);
        (_rate, _best, _bad, _cooling) = (null, double.NaN, 0, 0);
    }

    internal override void Observe(double initial, EpochReport report) => _rate = Next(_rate ?? initial, _monitored!.Of(report));

    // less than (1 − ε)·best, or where more is better above (1 + ε)·best; with a difference best − ε and best + ε
    private bool IsImprovement(double value)
    {
        if (double.IsNaN(_best))
            return !double.IsNaN(value);
        double margin = HigherIsBetter ? Threshold : -Threshold;
        double bound = IsAbsolute ? _best + margin : _best * (1 + margin);
        return HigherIsBetter ? value > bound : value < bound;
    }
}
