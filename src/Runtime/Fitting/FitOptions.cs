namespace StaticNet;

/// <summary>What a training over epochs does: <c>new FitOptions { Epochs = 20, Validation = held, Metrics = [new Accuracy()] }</c>.</summary>
public sealed class FitOptions
{
    /// <summary>Passes over the data, at least 1, those before <see cref="InitialEpoch"/> included.</summary>
    public int Epochs
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1, nameof(Epochs));
            field = value;
        }
    } = 1;

    /// <summary>Epochs that an earlier call has trained: data are shuffled and schedules go on as behind them. 0 by default.</summary>
    public int InitialEpoch
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value, nameof(InitialEpoch));
            field = value;
        }
    }

    /// <summary>Held-out data of the same network's <c>Batches</c>, evaluated after each epoch.</summary>
    public Batches? Validation { get; init; }

    /// <summary>
    /// The share of the data that is held out instead of a <see cref="Validation"/> set, above 0 and below 1: their last part as they are given, before
    /// any shuffling, as Keras has it. Data that are sorted, by class or by time, are shuffled or split beforehand.
    /// </summary>
    public double? ValidationSplit
    {
        get;
        init => field = value is null or (> 0 and < 1) ? value : throw new ArgumentOutOfRangeException(
            nameof(ValidationSplit), value, "ValidationSplit is a share of the data: give a number above 0 and below 1, as 0.2 for the last fifth.");
    }

    /// <summary>
    /// What is counted after each epoch, in inference mode: over the validation set, or without one over the training data, in one more pass.
    /// </summary>
    public IReadOnlyList<IMetric> Metrics
    {
        get;
        init => field = value ?? throw new ArgumentNullException(nameof(Metrics));
    } = [];

    /// <summary>How the learning rate changes; it starts at the optimizer's, which has its rate back when training ends.</summary>
    public Schedule? Schedule { get; init; }

    /// <summary>When to stop before <see cref="Epochs"/>, and whether the best epoch's weights come back.</summary>
    public EarlyStopping? EarlyStopping { get; init; }

    /// <summary>A file that training is written to, and may go on from. It is written when training is cancelled too.</summary>
    public Checkpoint? Checkpoint { get; init; }

    /// <summary>What is called as training goes on, in this order.</summary>
    public IReadOnlyList<Callback> Callbacks
    {
        get;
        init => field = value ?? throw new ArgumentNullException(nameof(Callbacks));
    } = [];

    /// <summary>Called with the report of each epoch, on the thread that trains: <c>OnEpochEnd = Console.WriteLine</c>.</summary>
    public Action<EpochReport>? OnEpochEnd { get; init; }

    /// <summary>Told the report of each epoch. <see cref="Progress{T}"/> passes it on to the thread that made it, or to any.</summary>
    public IProgress<EpochReport>? Progress { get; init; }

    /// <summary>Ends training before the next step.</summary>
    public CancellationToken CancellationToken { get; init; }

    /// <summary>Whether epochs end with an evaluation of held-out data.</summary>
    internal bool IsValidated => Validation is not null || ValidationSplit is not null;
}
