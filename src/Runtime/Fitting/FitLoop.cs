using System.Diagnostics;

namespace StaticNet;

/// <summary>One training over epochs.</summary>
internal sealed class FitLoop
{
    private readonly ITrainer _trainer;
    private readonly Batches _batches;
    private readonly FitOptions _options;
    private readonly Callback[] _callbacks;
    private readonly MetricList _metrics;
    private readonly FitState _state;
    private readonly BestEpoch _best;
    private readonly FitHistory _history = new();

    /// <exception cref="ArgumentException">The options do not fit together or the data.</exception>
    public FitLoop(ITrainer trainer, Batches batches, FitOptions options)
    {
        if (trainer is not NetworkTrainer generated)
            throw new ArgumentException("Fit takes the trainer of a network: new YourNet.Trainer(net, optimizer).", nameof(trainer));
        if (options.Validation is { } validation && !ReferenceEquals(validation.Schema, batches.Schema))
            throw new ArgumentException("The validation set was made for another network than the training data: make both with the same class's Batches(…).", nameof(options));
        if (options.InitialEpoch >= options.Epochs)
            throw new ArgumentException(
                $"InitialEpoch is {options.InitialEpoch} and Epochs {options.Epochs}, so there is nothing to train: Epochs counts from the first epoch of all.", nameof(options));
        (_trainer, _batches, _options) = (trainer, batches, options);
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
        double initialRate = _trainer.Optimizer.LearningRate;
        try
        {
            foreach (Callback callback in _callbacks)
                callback.OnTrainBegin(_state);
            for (_state.Epoch = _options.InitialEpoch; _state.Epoch < _options.Epochs && !_state.StopTraining;)
                Epoch(initialRate);
            _history.StoppedEarly = _state.Epoch < _options.Epochs;
            _best.Restore();
            foreach (Callback callback in _callbacks)
                callback.OnTrainEnd(_state);
            return _history;
        }
        finally
        {
            _trainer.Optimizer.LearningRate = initialRate;
        }
    }

    private void Epoch(double initialRate)
    {
        (_state.Batch, _state.Samples, _state.LossSum) = (0, 0, 0);
        foreach (Callback callback in _callbacks)
            callback.OnEpochBegin(_state);
        long start = Stopwatch.GetTimestamp();
        Steps(initialRate);
        EpochReport report = Report(Stopwatch.GetElapsedTime(start));
        _options.Schedule?.Observe(initialRate, report);
        _state.Epoch++;
        _state.StopTraining |= _best.IsLongAgo;
        _history.Add(report);
        foreach (Callback callback in _callbacks)
            callback.OnEpochEnd(_state, report);
        _options.OnEpochEnd?.Invoke(report);
        _options.Progress?.Report(report);
    }

    private void Steps(double initialRate)
    {
        Epoch epoch = _batches.Epoch(_state.Epoch);
        while (_state.Batch < epoch.Count && !_state.StopTraining)
        {
            _options.CancellationToken.ThrowIfCancellationRequested();
            if (_options.Schedule is { } schedule)
                _trainer.Optimizer.LearningRate = schedule.RateAt(initialRate, _state);
            Batch batch = epoch[_state.Batch];
            _state.BatchLoss = _trainer.Step(batch);
            _state.LossSum += (double)_state.BatchLoss * batch.Count;
            _state.Samples += batch.Count;
            _state.Batch++;
            foreach (Callback callback in _callbacks)
                callback.OnBatchEnd(_state);
        }
    }

    private EpochReport Report(TimeSpan time)
    {
        double? validation = null;
        if (_options.Validation is not null)
            validation = _trainer.Evaluate(_options.Validation, _metrics);
        else if (_metrics.Count > 0)
            _trainer.Evaluate(_batches, _metrics);
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
