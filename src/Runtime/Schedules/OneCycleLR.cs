namespace StaticNet;

/// <summary>
/// One rise from a low rate to the highest and one fall far below where it began, along half cosines or straight lines (Smith and Topin, 2019). PyTorch's
/// <c>OneCycleLR</c> and its defaults; momentum stays as the optimizer has it (<c>cycle_momentum=False</c>). It counts steps unless
/// <see cref="Schedule.PerStep"/> is set to false, and does not look at the optimizer's own rate. Behind the last step the rate stays where it is.
/// </summary>
public sealed class OneCycleLR : Schedule
{
    /// <param name="maximum">The highest rate, at least 0.</param>
    /// <param name="totalSteps">All steps of the training, at least 2: epochs times <see cref="Batches.BatchCount"/>.</param>
    public OneCycleLR(double maximum, int totalSteps)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(totalSteps, 2);
        (Maximum, TotalSteps, PerStep) = (HyperParameter.AtLeastZero(maximum, nameof(maximum)), totalSteps, true);
    }

    /// <summary>The highest rate.</summary>
    public double Maximum { get; }

    /// <summary>All steps of the training.</summary>
    public int TotalSteps { get; }

    /// <summary>The share of steps that the rise takes, at least 0 and below 1; with <see cref="ThreePhase"/> at most ½. 0.3 by default (PyTorch's <c>pct_start</c>).</summary>
    public double RiseShare
    {
        get;
        init => field = HyperParameter.Fraction(value, nameof(RiseShare));
    } = 0.3;

    /// <summary>What the highest rate is divided by for the first, above 0; 25 by default.</summary>
    public double DivFactor
    {
        get;
        init => field = HyperParameter.Positive(value, nameof(DivFactor));
    } = 25;

    /// <summary>What the first rate is divided by for the last, above 0; 10000 by default.</summary>
    public double FinalDivFactor
    {
        get;
        init => field = HyperParameter.Positive(value, nameof(FinalDivFactor));
    } = 1e4;

    /// <summary>Whether the rate falls to the first as fast as it rose, and then on to the last.</summary>
    public bool ThreePhase { get; init; }

    /// <summary>Whether the rate goes along straight lines instead of half cosines (PyTorch's <c>anneal_strategy="linear"</c>).</summary>
    public bool Linear { get; init; }

    internal override double Of(double initial, long t)
    {
        double first = Maximum / DivFactor, last = first / FinalDivFactor;
        double rise = RiseShare * TotalSteps - 1, end = TotalSteps - 1;
        double step = Math.Min(t, end);
        if (step <= rise)
            return Between(first, Maximum, rise > 0 ? step / rise : 1);
        if (!ThreePhase)
            return Between(Maximum, last, (step - rise) / (end - rise));
        double fall = 2 * RiseShare * TotalSteps - 2;
        return step <= fall
            ? Between(Maximum, first, (step - rise) / (fall - rise))
            : Between(first, last, (step - fall) / (end - fall));
    }

    internal override void Begin(FitOptions options)
    {
        if (ThreePhase && RiseShare > 0.5)
            throw new ArgumentException($"With ThreePhase, RiseShare must be at most 0.5, since the fall takes as long as the rise, but it is {RiseShare.ToString(System.Globalization.CultureInfo.InvariantCulture)}.", nameof(options));
    }

    private double Between(double from, double to, double share) => Linear ? (to - from) * share + from : HalfCosine.Between(from, to, share);
}
