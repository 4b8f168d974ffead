using System.Diagnostics;
using StaticNet.Storage;

namespace StaticNet;

/// <summary>One training over epochs.</summary>
internal sealed class FitLoop
{
    private readonly ITrainer _trainer;
    private readonly NetworkTrainer _generated;
    private readonly FitOptions _options;
    private readonly Batches? _validation;
    private readonly Callback[] _callbacks;
    private readonly MetricList _metrics;
    private readonly FitState _state;
    private readonly BestEpoch _best;
    private readonly FitHistory _history = new();
    private double _initialRate;
    private bool _resumes;

    // The time of the epoch's steps before this process, and when those of this one began.
    private TimeSpan _before;
    private long _start;

    /// <exception cref="ArgumentException">The options do not fit together or the data.</exception>
    public FitLoop(ITrainer trainer, Batches batches, FitOptions options)
    {
        if (trainer is not NetworkTrainer generated)
            throw new ArgumentException("Fit takes the trainer of a network: new YourNet.Trainer(net, optimizer).", nameof(trainer));
        if (options is { Validation: not null, ValidationSplit: not null })
            throw new ArgumentException("Validation and ValidationSplit are both set: a set of its own, or a share of the training data. Leave one out.", nameof(options));
        (batches, _validation) = options.ValidationSplit is { } share ? batches.Split(share) : (batches, options.Validation);
        if (!ReferenceEquals((_validation ?? batches).Schema, batches.Schema))
            throw new ArgumentException("The validation set was made for another network than the training data: make both with the same class's Batches(…).", nameof(options));
        if (options.InitialEpoch >= options.Epochs)
            throw new ArgumentException(
                $"InitialEpoch is {options.InitialEpoch} and Epochs {options.Epochs}, so there is nothing to train: Epochs counts from the first epoch of all.", nameof(options));
        (_trainer, _generated, _options) = (trainer, generated, options);
        _callbacks = [.. options.Callbacks];
        if (Array.IndexOf(_callbacks, null) is var index and >= 0)
            throw new ArgumentException($"Callbacks[{index}] is null.", nameof(options));
        _metrics = new MetricList([.. options.Metrics]);
        _state = new FitState(trainer, batches, options.Epochs);
        _best = new BestEpoch(new Monitored(options.EarlyStopping?.Monitor, options), options.EarlyStopping, generated.Store);
        options.Schedule?.Begin(options);
    }

    public FitHistory Run()
    {
        _state.Epoch = _options.InitialEpoch;
        if (_options.Checkpoint is { Resume: true } checkpoint && File.Exists(checkpoint.Path))
            Resume(checkpoint.Path);
        else
            _initialRate = _trainer.Optimizer.LearningRate;
        try
        {
            foreach (Callback callback in _callbacks)
                callback.OnTrainBegin(_state);
            _state.StopTraining |= _best.IsLongAgo;
            while (_state.Epoch < _options.Epochs && !_state.StopTraining)
                Epoch();
            _history.StoppedEarly = _state.Epoch < _options.Epochs;
            _best.Restore();
            foreach (Callback callback in _callbacks)
                callback.OnTrainEnd(_state);
            return _history;
        }
        finally
        {
            _trainer.Optimizer.LearningRate = _initialRate;
            _generated.Watch = null;
        }
    }

    private void Epoch()
    {
        if (!_resumes)
            (_state.Batch, _state.Samples, _state.LossSum, _before) = (0, 0, 0, TimeSpan.Zero);
        _resumes = false;
        foreach (Callback callback in _callbacks)
            callback.OnEpochBegin(_state);
        _start = Stopwatch.GetTimestamp();
        Steps();
        EpochReport report = Report(_before + Stopwatch.GetElapsedTime(_start));
        _options.Schedule?.Observe(_initialRate, report);
        _state.Epoch++;
        _state.StopTraining |= _best.IsLongAgo;
        _history.Add(report);
        if (_options.Checkpoint is { EveryEpochs: > 0 and var epochs } && (_state.Epoch % epochs == 0 || _state.Epoch == _options.Epochs || _state.StopTraining))
            Save(isWhole: true);
        foreach (Callback callback in _callbacks)
            callback.OnEpochEnd(_state, report);
        _options.OnEpochEnd?.Invoke(report);
        _options.Progress?.Report(report);
    }

    private void Steps()
    {
        Epoch epoch = _state.Batches.Epoch(_state.Epoch);
        while (_state.Batch < epoch.Count && !_state.StopTraining)
        {
            if (_options.CancellationToken.IsCancellationRequested)
            {
                Save(isWhole: false);
                _options.CancellationToken.ThrowIfCancellationRequested();
            }

            if (_options.Schedule is { } schedule)
                _trainer.Optimizer.LearningRate = schedule.RateAt(_initialRate, _state);
            Batch batch = epoch[_state.Batch];
            _state.BatchLoss = _trainer.Step(batch);
            _state.LossSum += (double)_state.BatchLoss * batch.Count;
            _state.Samples += batch.Count;
            _state.Batch++;
            if (_options.Checkpoint is { EverySteps: > 0 and var steps } && ((long)_state.Epoch * _state.Batches.BatchCount + _state.Batch) % steps == 0)
                Save(isWhole: false);
            foreach (Callback callback in _callbacks)
                callback.OnBatchEnd(_state);
        }
    }

    // A whole epoch's checkpoint begins the next one; another's goes on behind its last step.
    private void Save(bool isWhole)
    {
        if (_options.Checkpoint is not { } checkpoint)
            return;
        var progress = new ProgressState
        {
            Data = _state.Batches.Description,
            Schedule = NameOf(_options.Schedule),
            ScheduleState = _options.Schedule?.State ?? [],
            Epoch = _state.Epoch,
            Batch = isWhole ? 0 : _state.Batch,
            Samples = isWhole ? 0 : _state.Samples,
            LossSum = isWhole ? 0 : _state.LossSum,
            BatchLoss = _state.BatchLoss,
            LearningRate = _trainer.Optimizer.LearningRate,
            Time = isWhole ? TimeSpan.Zero : _before + Stopwatch.GetElapsedTime(_start),
            Best = _best.Value,
            Waited = _best.Waited,
            HasBest = _best.Weights is not null,
            Reports = [.. _history],
        };
        _generated.Save(checkpoint.Path, _initialRate, progress, _best.Weights);
    }

    private void Resume(string path)
    {
        if (CheckpointFile.Read(path, _generated, Differs, _options.EarlyStopping is { RestoreBest: true } ? _best.MakeWeights : null) is not { } progress)
            return;
        (_initialRate, _trainer.Optimizer.LearningRate) = (_trainer.Optimizer.LearningRate, progress.LearningRate);
        if (_options.Schedule is { } schedule)
            schedule.State = progress.ScheduleState;
        (_state.Epoch, _state.Batch, _state.Samples, _state.LossSum, _state.BatchLoss) =
            (progress.Epoch, progress.Batch, progress.Samples, progress.LossSum, progress.BatchLoss);
        (_best.Value, _best.Waited, _before, _resumes) = (progress.Best, progress.Waited, progress.Time, progress.Batch > 0);
        foreach (EpochReport report in progress.Reports)
            _history.Add(report with { Epochs = _options.Epochs });
    }

    private string? Differs(ProgressState? progress) =>
        progress is null ? "it was written by SaveCheckpoint and does not say where in the data it stands: load it with LoadCheckpoint"
        : progress.Data != _state.Batches.Description ? $"its data are {progress.Data}, these {_state.Batches.Description}"
        : progress.Schedule != NameOf(_options.Schedule) || progress.ScheduleState.Length != (_options.Schedule?.State.Length ?? 0) ? $"its schedule is {progress.Schedule}, this training's {NameOf(_options.Schedule)}"
        : null;

    private static string NameOf(Schedule? schedule) => schedule?.GetType().Name ?? "none";

    private EpochReport Report(TimeSpan time)
    {
        double? validation = null;
        if (_validation is not null)
            validation = _trainer.Evaluate(_validation, _metrics);
        else if (_metrics.Count > 0)
            _trainer.Evaluate(_state.Batches, _metrics);
        var values = new MetricValue[_metrics.Count];
        for (int i = 0; i < values.Length; i++)
            values[i] = new MetricValue(_metrics[i].Name, _metrics[i].Value);
        return _best.Compare(new EpochReport
        {
            Epoch = _state.Epoch + 1,
            Epochs = _options.Epochs,
            Loss = _state.Loss,
            ValidationLoss = validation,
            Metrics = values,
            LearningRate = _trainer.Optimizer.LearningRate,
            Time = time,
            Samples = _state.Samples,
        });
    }
}
