namespace StaticNet;

/// <summary>
/// Looks into a training: of each layer the norm of its gradient and how far a step moved its weights, of each ReLU the share of dead units, of each
/// sigmoid and tanh the share of saturated values. <c>new FitOptions { Callbacks = [new Insight("insight.jsonl")] }</c> writes a line of JSON an epoch.
/// </summary>
/// <remarks>
/// Gradients and updates are those of the epoch's last batch that is not smaller than others; activations are seen in every step of the epoch. A step
/// reads what it stores once more and allocates nothing, but the first. Activations are told by the names that layers have of their own
/// (<c>relu1</c>, <c>sigmoid1</c>, <c>tanh1</c>), and seen where the compiler stores them: one that was given another name, or whose output runs on into
/// the next layer's, is left out.
/// </remarks>
public sealed class Insight : Callback
{
    private readonly List<EpochInsight> _epochs = [];
    private readonly string? _path;
    private LayerNorms? _norms;

    /// <param name="path">The file for the lines; a training from the beginning begins it anew, one that goes on leaves the lines before. Null for none.</param>
    public Insight(string? path = null)
    {
        if (path is not null)
            ArgumentException.ThrowIfNullOrEmpty(path);
        _path = path;
    }

    /// <summary>What each epoch showed.</summary>
    public IReadOnlyList<EpochInsight> Epochs => _epochs;

    /// <inheritdoc/>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public override void OnTrainBegin(FitState state)
    {
        NetworkTrainer trainer = Of(state);
        _epochs.RemoveAll(epoch => epoch.Epoch > state.Epoch);
        if (_path is not null)
            File.WriteAllText(_path, state.Epoch > 0 && File.Exists(_path) ? Before(state.Epoch, File.ReadAllLines(_path)) : "");
        _norms = new LayerNorms(trainer);
        trainer.Watch ??= new ActivationWatch();
    }

    /// <inheritdoc/>
    public override void OnEpochBegin(FitState state)
    {
        Of(state).Watch!.Begin();
        _norms!.Clear();
        if (state.Batch == Measured(state.Batches))
            _norms.Begin();
    }

    /// <inheritdoc/>
    public override void OnBatchEnd(FitState state)
    {
        int measured = Measured(state.Batches);
        if (state.Batch == measured)
            _norms!.Begin();
        else if (state.Batch == measured + 1)
            _norms!.End();
    }

    /// <inheritdoc/>
    public override void OnEpochEnd(FitState state, EpochReport report)
    {
        var epoch = new EpochInsight(report.Epoch, report.Loss, report.ValidationLoss, [.. _norms!.Layers(), .. Of(state).Watch!.Layers()]);
        _epochs.Add(epoch);
        if (_path is not null)
            File.AppendAllText(_path, $"{epoch}\n");
    }

    private static NetworkTrainer Of(FitState state) => (NetworkTrainer)state.Trainer;

    // A gradient of few samples would not compare with those of other epochs and networks.
    private static int Measured(Batches batches) => Math.Max(0, batches.Count / batches.Size - 1);

    // Lines of later epochs are of a process that ended before its next checkpoint.
    private static string Before(int epoch, string[] lines) => string.Concat(lines.TakeWhile(line => EpochInsight.EpochOf(line) <= epoch).Select(line => $"{line}\n"));
}
