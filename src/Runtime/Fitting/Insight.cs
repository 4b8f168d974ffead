namespace StaticNet;

/// <summary>
/// Looks into a training: of each layer the norm of its gradient and how far a step moved its weights, of each ReLU the share of dead units, of each
/// sigmoid and tanh the share of saturated values. <c>new FitOptions { Callbacks = [new Insight("insight.jsonl")] }</c> writes a line of JSON an epoch.
/// </summary>
/// <remarks>
/// Gradients and updates are those of the epoch's last batch that is not smaller than others; activations are seen in every step of the epoch. A step
/// reads what it stores once more and allocates nothing, but the first, and the one whose activations are kept. Activations are seen where the
/// compiler stores them: one whose output runs on into the next layer's is left out.
/// </remarks>
public sealed class Insight : Callback
{
    private readonly List<EpochInsight> _epochs = [];
    private readonly InsightFile? _file;
    private LayerNorms? _norms;

    /// <param name="path">The file for the lines; a training from the beginning begins it anew, one that goes on leaves the lines before. Null for none.</param>
    public Insight(string? path = null)
    {
        if (path is not null)
            ArgumentException.ThrowIfNullOrEmpty(path);
        _file = path is null ? null : new InsightFile(path);
    }

    /// <summary>What each epoch showed.</summary>
    public IReadOnlyList<EpochInsight> Epochs => _epochs;

    /// <summary>Whether <see cref="Activations"/> are copied, once an epoch; false by default.</summary>
    public bool KeepActivations { get; init; }

    /// <summary>
    /// With <see cref="KeepActivations"/>, what each layer gave in the last epoch's measured batch, in training mode, in the order in which it lies in
    /// memory: for histograms. Of layers that run as one step the last one's output is stored.
    /// </summary>
    public IReadOnlyList<(string Layer, float[] Values)> Activations { get; private set; } = [];

    /// <inheritdoc/>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public override void OnTrainBegin(FitState state)
    {
        NetworkTrainer trainer = Of(state);
        _epochs.RemoveAll(epoch => epoch.Epoch > state.Epoch);
        _file?.Begin(state.Epoch);
        _norms = new LayerNorms(trainer);
        trainer.Watch ??= new ActivationWatch();
    }

    /// <inheritdoc/>
    public override void OnEpochBegin(FitState state)
    {
        Of(state).Watch!.Begin();
        _norms!.Clear();
        if (state.Batch == Measured(state.Batches))
            BeginMeasured(state);
    }

    /// <inheritdoc/>
    public override void OnBatchEnd(FitState state)
    {
        int measured = Measured(state.Batches);
        if (state.Batch == measured)
            BeginMeasured(state);
        else if (state.Batch == measured + 1)
            EndMeasured(state);
    }

    /// <inheritdoc/>
    public override void OnEpochEnd(FitState state, EpochReport report)
    {
        var epoch = new EpochInsight(report.Epoch, report.Loss, report.ValidationLoss, [.. _norms!.Layers(), .. Of(state).Watch!.Layers()]);
        _epochs.Add(epoch);
        _file?.Append(epoch);
    }

    private void BeginMeasured(FitState state)
    {
        _norms!.Begin();
        if (KeepActivations)
            Of(state).Watch!.KeepNext();
    }

    private void EndMeasured(FitState state)
    {
        _norms!.End();
        if (KeepActivations)
            Activations = Of(state).Watch!.Kept;
    }

    private static NetworkTrainer Of(FitState state) => (NetworkTrainer)state.Trainer;

    // A gradient of few samples would not compare with those of other epochs and networks.
    private static int Measured(Batches batches) => Math.Max(0, batches.Count / batches.Size - 1);
}
