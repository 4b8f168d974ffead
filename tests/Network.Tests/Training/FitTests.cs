using StaticNet.Network.Tests.BadInput;
using StaticNet.Network.Tests.Contract;
using StaticNet.Oracle;

namespace StaticNet.Network.Tests.Training;

/// <summary>Training over epochs: the same as a loop by hand, with what is asked for around it.</summary>
public class FitTests
{
    private const int Samples = 50;
    private static readonly float[] Inputs = Numbers.Normal(3 * Samples, 1);
    private static readonly int[] Labels = [.. Enumerable.Range(0, Samples).Select(i => (Inputs[3 * i] > 0 ? 2 : 0) + (Inputs[3 * i + 1] > 0 ? 1 : 0))];

    private static Batches Training => NoisyNet.Batches(Inputs.AsMemory(0, 3 * 38), Labels.AsMemory(0, 38), 8, seed: 4);

    private static Batches Held => NoisyNet.Batches(Inputs.AsMemory(3 * 38), Labels.AsMemory(38), 8);

    private static (NoisyNet Net, NoisyNet.Trainer Trainer) Start(double rate = 0.01)
    {
        var net = new NoisyNet(1);
        return (net, new NoisyNet.Trainer(net, new Adam(rate), seed: 2));
    }

    [Fact]
    public void It_is_the_loop_by_hand()
    {
        (NoisyNet net, NoisyNet.Trainer trainer) = Start();
        (NoisyNet expected, NoisyNet.Trainer byHand) = Start();
        FitHistory history = trainer.Fit(Training, new FitOptions { Epochs = 3, Validation = Held, Metrics = [new Accuracy()] });
        Assert.Equal(3, history.Count);
        Batches batches = Training;
        for (int epoch = 0; epoch < 3; epoch++)
        {
            double sum = 0;
            foreach (Batch batch in batches.Epoch(epoch))
                sum += (double)byHand.Step(batch) * batch.Count;
            var accuracy = new Accuracy();
            EpochReport report = history[epoch];
            Assert.Equal(sum / 38, report.Loss);
            Assert.Equal(expected.Evaluate(Held, ref accuracy), report.ValidationLoss);
            Assert.Equal(accuracy.Value, report["accuracy"]);
            Assert.Equal((epoch + 1, 3, 38L, 0.01), (report.Epoch, report.Epochs, report.Samples, report.LearningRate));
            Assert.True(report.Time > TimeSpan.Zero && report.SamplesPerSecond > 0);
        }

        Frozen.Of(expected, byHand).IsStill(Frozen.Of(net, trainer));
        Assert.False(history.StoppedEarly);
        Assert.Equal(history.MinBy(report => report.ValidationLoss), history.Best);
    }

    [Fact]
    public void Without_a_validation_set_metrics_are_of_the_training_data()
    {
        (NoisyNet net, NoisyNet.Trainer trainer) = Start();
        FitHistory history = trainer.Fit(Training, new FitOptions { Metrics = [new Accuracy()] });
        var accuracy = new Accuracy();
        net.Evaluate(Training, ref accuracy);
        Assert.Equal(accuracy.Value, history[0]["accuracy"]);
        Assert.Null(history[0].ValidationLoss);
        Assert.Equal(1, history.Best.Epoch);
    }

    [Fact]
    public void Two_trainings_are_one_when_the_second_goes_on()
    {
        (NoisyNet net, NoisyNet.Trainer trainer) = Start();
        (NoisyNet expected, NoisyNet.Trainer whole) = Start();
        whole.Fit(Training, 4);
        trainer.Fit(Training, 2);
        trainer.Fit(Training, new FitOptions { InitialEpoch = 2, Epochs = 4 });
        Frozen.Of(expected, whole).IsStill(Frozen.Of(net, trainer));
    }

    [Fact]
    public void A_step_allocates_nothing()
    {
        (_, NoisyNet.Trainer trainer) = Start();
        var counted = new PerStep();
        Batches small = NoisyNet.Batches(Inputs, Labels, 8, shuffle: true), large = NoisyNet.Batches(Inputs, Labels, 1 + 1, shuffle: true);
        var options = new FitOptions { Epochs = 2, Metrics = [new Accuracy(), new F1Score()], Schedule = new CosineAnnealingLR(20) { PerStep = true }, Callbacks = [counted] };
        trainer.Fit(small, options);
        trainer.Fit(large, options);
        Assert.Equal(Allocated.By(() => trainer.Fit(small, options)), Allocated.By(() => trainer.Fit(large, options)));
        Assert.True(counted.Steps >= 4 * (7 + 25));
        Assert.True(counted.Measured >= 2 * (6 + 24));
        Assert.Equal(0, counted.Bytes);
    }

    [Fact]
    public void Early_stopping_ends_and_brings_the_best_back()
    {
        (NoisyNet net, NoisyNet.Trainer trainer) = Start(rate: 0.3);
        FitHistory history = trainer.Fit(Training, new FitOptions { Epochs = 60, Validation = Held, EarlyStopping = new EarlyStopping { Patience = 4 } });
        Assert.True(history.StoppedEarly);
        Assert.Equal(history.Best.Epoch + 4, history.Count);
        Assert.Equal(history.Min(report => report.ValidationLoss), history.Best.ValidationLoss);
        Assert.Equal(history.Best.ValidationLoss, net.Evaluate(Held));
        Assert.NotEqual(history[^1].ValidationLoss, history.Best.ValidationLoss);

        (NoisyNet last, trainer) = Start(rate: 0.3);
        history = trainer.Fit(Training, new FitOptions { Epochs = 60, Validation = Held, EarlyStopping = new EarlyStopping { Patience = 4, RestoreBest = false } });
        Assert.Equal(history[^1].ValidationLoss, last.Evaluate(Held));
    }

    [Fact]
    public void Early_stopping_knows_which_way_a_metric_is_better()
    {
        (NoisyNet net, NoisyNet.Trainer trainer) = Start(rate: 0.3);
        FitHistory history = trainer.Fit(Training, new FitOptions
        {
            Epochs = 12,
            Validation = Held,
            Metrics = [new Accuracy()],
            EarlyStopping = new EarlyStopping { Patience = 100, Monitor = "accuracy" },
        });
        Assert.Equal(history.Max(report => report["accuracy"]), history.Best["accuracy"]);
        Assert.Equal(history.First(report => report["accuracy"] == history.Best["accuracy"]), history.Best);
        var accuracy = new Accuracy();
        net.Evaluate(Held, ref accuracy);
        Assert.Equal(history.Best["accuracy"], accuracy.Value);
    }

    [Fact]
    public void A_schedule_sets_the_rate_and_gives_it_back()
    {
        (_, NoisyNet.Trainer trainer) = Start(rate: 0.02);
        FitHistory history = trainer.Fit(Training, new FitOptions { Epochs = 4, Schedule = new StepLR(2, 0.5) });
        Assert.Equal([0.02, 0.02, 0.01, 0.01], history.Select(report => report.LearningRate));
        Assert.Equal(0.02, trainer.Optimizer.LearningRate);
        history = trainer.Fit(Training, new FitOptions { Epochs = 2, Schedule = new StepLR(4, 0.5) { PerStep = true } });
        Assert.Equal([0.01, 0.02 / 4], history.Select(report => report.LearningRate));
    }

    [Fact]
    public void A_plateau_lowers_the_rate_by_what_it_monitors()
    {
        var plateau = new ReduceLROnPlateau(0.5, 0) { Monitor = "accuracy", Threshold = 1e3 };
        for (int again = 0; again < 2; again++)
        {
            (_, NoisyNet.Trainer trainer) = Start();
            FitHistory history = trainer.Fit(Training, new FitOptions { Epochs = 4, Validation = Held, Metrics = [new Accuracy()], Schedule = plateau });
            Assert.Equal([0.01, 0.01, 0.005, 0.0025], history.Select(report => report.LearningRate));
        }
    }

    [Fact]
    public void Parts_of_a_sequence_see_their_own_epochs()
    {
        (_, NoisyNet.Trainer trainer) = Start();
        var sequence = new SequentialLR([new LinearWarmup(2, 0.5), new ReduceLROnPlateau(0.1, 0) { Threshold = 1e3, IsAbsolute = true }], [2]);
        FitHistory history = trainer.Fit(Training, new FitOptions { Epochs = 5, Validation = Held, Schedule = sequence });
        Assert.Equal([0.005, 0.0075, 0.01, 0.01, 0.001], history.Select(report => Math.Round(report.LearningRate, 12)));
    }

    [Fact]
    public void Callbacks_see_every_step_in_order()
    {
        (_, NoisyNet.Trainer trainer) = Start();
        var log = new Log();
        var reports = new List<EpochReport>();
        FitHistory history = trainer.Fit(Training, new FitOptions { Epochs = 2, Callbacks = [log], OnEpochEnd = reports.Add, Progress = new Told(reports) });
        string epoch = "begin, 1, 2, 3, 4, 5, end";
        Assert.Equal($"train, 0 {epoch}, 1 {epoch}, done", string.Join(", ", log.Lines));
        Assert.Equal([history[0], history[0], history[1], history[1]], reports);
    }

    [Fact]
    public void A_callback_ends_training()
    {
        (_, NoisyNet.Trainer trainer) = Start();
        FitHistory history = trainer.Fit(Training, new FitOptions { Epochs = 5, Callbacks = [new Log { StopAt = 7 }] });
        Assert.Equal([38L, 16L], history.Select(report => report.Samples));
        Assert.True(history.StoppedEarly);
        Assert.Equal(7u, trainer.Steps);
    }

    [Fact]
    public void Cancellation_leaves_whole_steps()
    {
        (NoisyNet net, NoisyNet.Trainer trainer) = Start();
        using var source = new CancellationTokenSource();
        Assert.Throws<OperationCanceledException>(() => trainer.Fit(Training, new FitOptions
        {
            Epochs = 5,
            Schedule = new StepLR(1),
            CancellationToken = source.Token,
            Callbacks = [new Log { StopAt = 7, Cancel = source }],
        }));
        Assert.Equal(7u, trainer.Steps);
        Assert.Equal(0.01, trainer.Optimizer.LearningRate);
        net.Evaluate(Held);
        trainer.Fit(Training, 1);
    }

    [Fact]
    public void A_report_is_one_line() => Assert.Equal(
        "epoch  3/20  loss 0.2145  validation 0.2531  accuracy 0.9120  rate 0.001  0.8 s  1250 samples/s",
        new EpochReport
        {
            Epoch = 3,
            Epochs = 20,
            Loss = 0.21449,
            ValidationLoss = 0.2531,
            Metrics = [new("accuracy", 0.912)],
            LearningRate = 1e-3,
            Time = TimeSpan.FromSeconds(0.8),
            Samples = 1000,
        }.ToString());

    [Fact]
    public void Bad_input_is_refused_before_anything_is_trained()
    {
        (NoisyNet net, NoisyNet.Trainer trainer) = Start();
        Frozen before = Frozen.Of(net, trainer);
        Says("made for another network than the training data", new() { Validation = ClassNet.Batches(new float[3], new int[1], 1) });
        Says("there is nothing to train", new() { Epochs = 2, InitialEpoch = 2 });
        Says("write \"accuracy\"", new() { Metrics = [new Accuracy()], EarlyStopping = new() { Monitor = "acuracy" } });
        Says("there is no validation set", new() { EarlyStopping = new() { Monitor = "validation loss" } });
        Says("ReduceLROnPlateau looks at epochs", new() { Schedule = new ReduceLROnPlateau { PerStep = true } });
        Says("ReduceLROnPlateau looks at epochs", new() { Schedule = new SequentialLR([new StepLR(1), new ReduceLROnPlateau()], [1]) { PerStep = true } });
        Says("RiseShare must be at most 0.5", new() { Schedule = new OneCycleLR(1, 10) { RiseShare = 0.6, ThreePhase = true } });
        Says("Callbacks[0] is null", new() { Callbacks = [null!] });
        Says("metrics[1] is null", new() { Metrics = [new Accuracy(), null!] });
        Assert.Contains("NoisyNet.Batches", Assert.Throws<ArgumentException>(() => trainer.Fit(ClassNet.Batches(new float[3], new int[1], 1), 1)).Message);
        Assert.Throws<ArgumentNullException>(() => trainer.Fit(null!, 1));
        Assert.Throws<ArgumentNullException>(() => trainer.Fit(Training, null!));
        Assert.Throws<ArgumentOutOfRangeException>(() => new FitOptions { Epochs = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new FitOptions { InitialEpoch = -1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new EarlyStopping { Patience = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new EarlyStopping { MinDelta = double.NaN });
        Assert.Throws<ArgumentNullException>(() => new FitOptions { Metrics = null! });
        before.IsStill(Frozen.Of(net, trainer));

        void Says(string text, FitOptions options) => Assert.Contains(text, Assert.Throws<ArgumentException>(() => trainer.Fit(Training, options)).Message);
    }

    [Fact]
    public void A_history_names_what_it_lacks()
    {
        (_, NoisyNet.Trainer trainer) = Start();
        FitHistory history = trainer.Fit(Training, new FitOptions { Metrics = [new Accuracy()] });
        Assert.Contains("Did you mean 'accuracy'?", Assert.Throws<KeyNotFoundException>(() => history[0]["accurracy"]).Message);
    }

    private sealed class PerStep : Callback
    {
        private (int Collections, long Bytes)? _before;

        public long Bytes { get; private set; }

        public int Steps { get; private set; }

        /// <summary>The steps whose bytes are counted.</summary>
        public int Measured { get; private set; }

        public override void OnEpochBegin(FitState state) => _before = null;

        // From one step to the next, but where a collection ran.
        public override void OnBatchEnd(FitState state)
        {
            Steps++;
            if (_before is { } before && Allocated.Since(before) is { } bytes)
                (Measured, Bytes) = (Measured + 1, Bytes + bytes);
            _before = Allocated.Now();
        }
    }

    private sealed class Log : Callback
    {
        private int _steps;

        public List<string> Lines { get; } = [];

        public int StopAt { get; init; }

        public CancellationTokenSource? Cancel { get; init; }

        public override void OnTrainBegin(FitState state) => Lines.Add("train");

        public override void OnEpochBegin(FitState state)
        {
            Assert.True(double.IsNaN(state.Loss));
            Lines.Add($"{state.Epoch} begin");
        }

        public override void OnBatchEnd(FitState state)
        {
            Assert.True(state.Samples > 0 && float.IsFinite(state.BatchLoss) && double.IsFinite(state.Loss));
            Lines.Add($"{state.Batch}");
            if (++_steps == StopAt && Cancel is null)
                state.StopTraining = true;
            else if (_steps == StopAt)
                Cancel!.Cancel();
        }

        public override void OnEpochEnd(FitState state, EpochReport report)
        {
            Assert.Equal(report.Epoch, state.Epoch);
            Lines.Add("end");
        }

        public override void OnTrainEnd(FitState state) => Lines.Add("done");
    }

    private sealed class Told(List<EpochReport> reports) : IProgress<EpochReport>
    {
        public void Report(EpochReport value) => reports.Add(value);
    }
}
