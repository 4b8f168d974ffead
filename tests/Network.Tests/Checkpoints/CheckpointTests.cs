using StaticNet.Network.Tests.Contract;
using StaticNet.Network.Tests.Training;

namespace StaticNet.Network.Tests.Checkpoints;

[Network(MaxBatch = 8)]
[Input(3), Dense(9, Trainable = Trainable.Switchable), BatchNorm, ReLU, Dropout(0.5), Dense(4), SoftmaxCrossEntropy]
public partial class SwitchedNet;

/// <summary>A training that goes on from a file is the one that was never interrupted, bit for bit.</summary>
public sealed class CheckpointTests : IDisposable
{
    private const int Samples = 50;
    private static readonly float[] Inputs = Numbers.Normal(3 * Samples, 1);
    private static readonly int[] Labels = Numbers.Classes(Samples, 4, 2);

    private readonly string _folder = Directory.CreateTempSubdirectory("staticnet-checkpoints-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string File => Path.Combine(_folder, "run.safetensors");

    private static Batches Training => NoisyNet.Batches(Inputs.AsMemory(0, 3 * 38), Labels.AsMemory(0, 38), 8, seed: 4);

    private static Batches Held => NoisyNet.Batches(Inputs.AsMemory(3 * 38), Labels.AsMemory(38), 8);

    public static TheoryData<string> Optimizers => ["Adam", "NAdam", "SGD", "RMSprop", "Lion"];

    private static Optimizer Optimizer(string name) => name switch
    {
        "Adam" => new Adam(0.05) { EmaDecay = 0.9, ClipNorm = 1, Groups = [new() { Kinds = [ParameterKind.Bias], LearningRateFactor = 0.5 }] },
        "NAdam" => new NAdam(0.02),
        "SGD" => new SGD(0.05) { Momentum = 0.9, Nesterov = true },
        "RMSprop" => new RMSprop(0.01) { Centered = true, Momentum = 0.5 },
        _ => new Lion(0.01) { WeightDecay = 0.1 },
    };

    // The plateau and early stopping have memories of their own.
    private static FitOptions Options(Checkpoint? checkpoint, int epochs, params Callback[] callbacks) => new()
    {
        Epochs = epochs,
        Validation = Held,
        Metrics = [new Accuracy()],
        Checkpoint = checkpoint,
        Callbacks = callbacks,
        Schedule = new SequentialLR([new LinearWarmup(2), new ReduceLROnPlateau(0.5, 0) { Threshold = 0.2 }], [2]),
        EarlyStopping = new EarlyStopping { Patience = 100 },
    };

    [Theory]
    [MemberData(nameof(Optimizers))]
    public void Interrupted_anywhere_it_is_the_same_training(string optimizer)
    {
        var whole = new NoisyNet(1);
        var uninterrupted = new NoisyNet.Trainer(whole, Optimizer(optimizer), seed: 2);
        FitHistory expected = uninterrupted.Fit(Training, Options(null, 6));

        // Behind an epoch, within one, behind its last step.
        foreach (int stop in new[] { 10, 13, 15 })
        {
            var first = new NoisyNet.Trainer(new NoisyNet(1), Optimizer(optimizer), seed: 2);
            var checkpoint = new Checkpoint(File) { EverySteps = 1 };
            Assert.Throws<Interruption>(() => first.Fit(Training, Options(checkpoint, 6, new Interrupter(stop))));

            // Another seed of everything: all comes from the file.
            var net = new NoisyNet(77);
            var trainer = new NoisyNet.Trainer(net, Optimizer(optimizer), seed: 78);
            FitHistory history = trainer.Fit(Training, Options(new Checkpoint(File) { Resume = true }, 6));
            Frozen.Of(whole, uninterrupted).IsStill(Frozen.Of(net, trainer));
            Assert.Equal(expected.Select(Values), history.Select(Values));
            Assert.Equal(expected.Best.Epoch, history.Best.Epoch);
            Assert.Equal(uninterrupted.Optimizer.LearningRate, trainer.Optimizer.LearningRate);
            Assert.Equal(2ul, trainer.Seed);
        }
    }

    [Fact]
    public void Cancelled_it_goes_on_where_it_was()
    {
        var whole = new NoisyNet(1);
        var uninterrupted = new NoisyNet.Trainer(whole, new Adam(0.05), seed: 2);
        uninterrupted.Fit(Training, Options(null, 4));

        using var source = new CancellationTokenSource();
        var trainer = new NoisyNet.Trainer(new NoisyNet(1), new Adam(0.05), seed: 2);
        Assert.Throws<OperationCanceledException>(() => trainer.Fit(Training, new FitOptions
        {
            Epochs = 4,
            Validation = Held,
            Checkpoint = new Checkpoint(File),
            Callbacks = [new Interrupter(8, source)],
            CancellationToken = source.Token,
            Schedule = Options(null, 4).Schedule,
            EarlyStopping = new EarlyStopping { Patience = 100 },
        }));
        var net = new NoisyNet(3);
        trainer = new NoisyNet.Trainer(net, new Adam(0.05));
        trainer.Fit(Training, Options(new Checkpoint(File) { Resume = true }, 4));
        Frozen.Of(whole, uninterrupted).IsStill(Frozen.Of(net, trainer));
    }

    [Fact]
    public void What_has_ended_stays_ended()
    {
        var net = new NoisyNet(1);
        var trainer = new NoisyNet.Trainer(net, new Adam(0.3), seed: 2);
        FitOptions Stopping(bool resume) => new()
        {
            Epochs = 60,
            Validation = Held,
            EarlyStopping = new EarlyStopping { Patience = 3 },
            Checkpoint = new Checkpoint(File) { Resume = resume },
        };
        FitHistory history = trainer.Fit(Training, Stopping(resume: false));
        Assert.True(history.StoppedEarly);

        var again = new NoisyNet(5);
        FitHistory resumed = new NoisyNet.Trainer(again, new Adam(0.3)).Fit(Training, Stopping(resume: true));
        Assert.Equal(history.Select(Values), resumed.Select(Values));
        Assert.Equal(net.Evaluate(Held), again.Evaluate(Held));
        Assert.True(resumed.StoppedEarly);
    }

    [Fact]
    public void It_may_train_for_more_epochs_than_it_was_to()
    {
        var whole = new NoisyNet(1);
        var uninterrupted = new NoisyNet.Trainer(whole, new Adam(0.05), seed: 2);
        uninterrupted.Fit(Training, 5);
        var trainer = new NoisyNet.Trainer(new NoisyNet(1), new Adam(0.05), seed: 2);
        trainer.Fit(Training, new FitOptions { Epochs = 2, Checkpoint = new Checkpoint(File) });
        var net = new NoisyNet(9);
        trainer = new NoisyNet.Trainer(net, new Adam(0.9));
        FitHistory history = trainer.Fit(Training, new FitOptions { Epochs = 5, Checkpoint = new Checkpoint(File) { Resume = true } });
        Frozen.Of(whole, uninterrupted).IsStill(Frozen.Of(net, trainer));
        Assert.Equal([1, 2, 3, 4, 5], history.Select(report => report.Epoch));
        Assert.All(history, report => Assert.Equal(5, report.Epochs));
    }

    [Fact]
    public void Without_a_file_it_starts_and_without_Resume_it_starts_anew()
    {
        var trainer = new NoisyNet.Trainer(new NoisyNet(1), new Adam(0.05));
        Assert.Single(trainer.Fit(Training, new FitOptions { Checkpoint = new Checkpoint(File) { Resume = true } }));
        Assert.Single(trainer.Fit(Training, new FitOptions { Checkpoint = new Checkpoint(File) }));
        Assert.Equal(10u, trainer.Steps);
    }

    [Fact]
    public void They_are_written_as_often_as_asked_for()
    {
        var times = new List<(int, int)>();
        var seen = new Watcher(File, times);
        new NoisyNet.Trainer(new NoisyNet(1), new Adam(0.05)).Fit(Training, new FitOptions { Epochs = 5, Checkpoint = new Checkpoint(File) { EveryEpochs = 2 }, Callbacks = [seen] });
        Assert.Equal([(2, 5), (4, 5), (5, 5)], times);
        times.Clear();
        new NoisyNet.Trainer(new NoisyNet(1), new Adam(0.05)).Fit(Training, new FitOptions
        {
            Epochs = 2,
            Checkpoint = new Checkpoint(File) { EveryEpochs = 0, EverySteps = 3 },
            Callbacks = [seen],
        });
        Assert.Equal([(0, 3), (1, 1), (1, 4)], times);
    }

    [Fact]
    public void Its_weights_load_into_a_network()
    {
        var net = new NoisyNet(1);
        new NoisyNet.Trainer(net, new Adam(0.05)).Fit(Training, new FitOptions { Epochs = 2, Checkpoint = new Checkpoint(File) });
        var other = new NoisyNet(2);
        other.Load(File, new LoadOptions { AllowExtra = true });
        Frozen.Of(net).IsStill(Frozen.Of(other));
    }

    [Fact]
    public void A_loop_by_hand_goes_on_too()
    {
        var whole = new SwitchedNet(1);
        var uninterrupted = new SwitchedNet.Trainer(whole, new NAdam(0.02), seed: 3);
        Steps(uninterrupted, 0, 4);
        uninterrupted.Freeze("dense1");
        Steps(uninterrupted, 4, 8);
        uninterrupted.SaveCheckpoint(File);
        Steps(uninterrupted, 8, 12);

        var net = new SwitchedNet(4);
        var trainer = new SwitchedNet.Trainer(net, new NAdam(0.9), seed: 5);
        Steps(trainer, 0, 1);
        trainer.LoadCheckpoint(File);
        Assert.True(trainer.IsFrozen("dense1"));
        Steps(trainer, 8, 12);
        Frozen.Of(whole, uninterrupted).IsStill(Frozen.Of(net, trainer));

        static void Steps(SwitchedNet.Trainer trainer, int from, int to)
        {
            for (int i = from; i < to; i++)
                trainer.Step(Inputs.AsSpan(3 * i, 24), Labels.AsSpan(i, 8));
        }
    }

    // All but the time, which is another each time.
    private static string Values(EpochReport report) => (report with { Time = TimeSpan.FromSeconds(1), Metrics = [] }) + string.Join(", ", report.Metrics)
        + $" {report.Loss:R} {report.ValidationLoss:R} {report.LearningRate:R}";

    private sealed class Interruption : Exception;

    // At a step of all.
    private sealed class Interrupter(int at, CancellationTokenSource? source = null) : Callback
    {
        private int _steps;

        public override void OnBatchEnd(FitState state)
        {
            if (++_steps != at)
                return;
            if (source is null)
                throw new Interruption();
            source.Cancel();
        }
    }

    // When the file is another.
    private sealed class Watcher(string path, List<(int Epoch, int Batch)> times) : Callback
    {
        public override void OnBatchEnd(FitState state) => Look(state);

        public override void OnEpochEnd(FitState state, EpochReport report) => Look(state);

        private void Look(FitState state)
        {
            if (!System.IO.File.Exists(path))
                return;
            times.Add((state.Epoch, state.Batch));
            System.IO.File.Delete(path);
        }
    }
}
