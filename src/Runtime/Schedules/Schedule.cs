namespace StaticNet;

/// <summary>
/// How a learning rate changes: by epochs, or with <see cref="PerStep"/> by steps. PyTorch's schedulers and their equations; η₀ is the initial rate,
/// t counts from 0.
/// </summary>
/// <remarks>
/// <c>trainer.Fit(batches, new FitOptions { Schedule = new CosineAnnealingLR(20) })</c> sets the optimizer's rate. In a loop of your own:
/// <c>optimizer.LearningRate = schedule.Rate(initial, epoch)</c>.
/// </remarks>
public abstract class Schedule
{
    private protected Schedule()
    {
    }

    /// <summary>Whether t counts steps; otherwise it counts epochs.</summary>
    public bool PerStep { get; init; }

    /// <summary>The rate of epoch or step <paramref name="t"/>.</summary>
    /// <param name="initial">The initial rate η₀.</param>
    /// <param name="t">Epochs or steps before, at least 0.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="t"/> is negative.</exception>
    public double Rate(double initial, long t)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(t);
        return Of(initial, t);
    }

    internal abstract double Of(double initial, long t);

    /// <summary>What it remembers of the epochs before, for a checkpoint; nothing unless a schedule says so.</summary>
    internal virtual double[] State
    {
        get => [];
        set
        {
        }
    }

    /// <summary>A training with these options begins.</summary>
    internal virtual void Begin(FitOptions options)
    {
    }

    /// <summary>An epoch of it has ended.</summary>
    internal virtual void Observe(double initial, EpochReport report)
    {
    }

    internal double RateAt(double initial, FitState state) =>
        Of(initial, PerStep ? (long)state.Epoch * state.Batches.BatchCount + state.Batch : state.Epoch);
}
