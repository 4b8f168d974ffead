using StaticNet.Oracle;

namespace StaticNet.Network.Tests.Contract;

/// <summary>What holds for every layer and loss, shown by a small network that uses it and ends in a loss.</summary>
/// <typeparam name="TNetwork">The network; it gives the gradient of its input, unless that is tokens.</typeparam>
public abstract class LayerContract<TNetwork>(Expected expected)
    where TNetwork : class, INetwork
{
    private const int Repetitions = 1000;

    private static readonly AnyNetwork Network = AnyNetwork.Of<TNetwork>();
    private static readonly OracleNetwork Oracle = new(Network.Ir);

    [Fact]
    public void Constants_are_those_counted_by_hand()
    {
        Assert.Equal(expected.Input, Network.InputLength);
        Assert.Equal(expected.Output, Network.OutputLength);
        Assert.Equal(expected.Parameters, Network.Constant("ParameterCount"));
        Assert.Equal(expected.Flops, Network.Constant("ForwardFlops"));

        INetwork<float> net = Network.New();
        ParameterTable table = net.Parameters.Table;
        Assert.Equal(expected.Parameters, table.ParameterCount);
        Assert.Equal((net.MaxBatch, net.InputLength, net.OutputLength), (Network.MaxBatch, expected.Input, expected.Output));
        Assert.Equal(4L * table.TrainableLength, Network.TrainingBytesWith(1) - Network.Constant("TrainingBytes"));
        Assert.Equal(Network.TrainingBytesWith(0), Network.Constant("TrainingBytes"));
    }

    [Fact]
    public void Agrees_with_the_interpreter() => Assert.All(
        new[] { Network.MinimumBatch, (Network.MaxBatch + Network.MinimumBatch) / 2, Network.MaxBatch },
        n =>
        {
            Prediction(n);
            Assert.Empty(Training(n, fromOutput: false));
            Assert.Empty(Training(n, fromOutput: true));
        });

    [Fact]
    public void Agrees_with_the_network_without_passes()
    {
        Samples samples = Batch(Network.MaxBatch);
        EmittedNetwork with = new(Network.Type, new SGD(0.1), 3), without = new(WithoutPasses.Of(Network.Type), new SGD(0.1), 3);
        for (int step = 0; step < 3; step++)
        {
            Func<Step> noise = Noise(with, samples);
            Assert.Empty(Agreement.Differences(with.Train(samples), without.Train(samples), noise));
            (_, _) = (with.Apply(), without.Apply());
        }
    }

    [Fact]
    public void Nothing_is_allocated()
    {
        INetwork<float> net = Network.New(1);
        AnyTrainer trainer = Network.NewTrainer(net, new Adam(1e-4));
        int n = Network.MaxBatch;
        float[] inputs = Network.Inputs(n), outputs = new float[n * Network.OutputLength], inputGradient = new float[inputs.Length];
        float[] sampleWeights = Network.SampleWeights(n);
        Target targets = Network.Targets(n);
        int rows = 5 * n + Network.MinimumBatch;
        Batches batches = Network.Batches(Network.Inputs(rows), Network.Targets(rows), n, sampleWeights: Network.SampleWeights(rows));
        Allocations.AreNone(Repetitions, () => net.Predict(inputs, outputs));
        Allocations.AreNone(Repetitions, () => trainer.Step(inputs, targets));
        Allocations.AreNone(Repetitions, () => trainer.Step(inputs, targets, sampleWeights));
        Allocations.AreNone(3, () =>
        {
            foreach (Batch batch in batches.Epoch(0))
                trainer.Step(batch);
            foreach (Batch batch in batches.Epoch(1))
                trainer.Step(batch);
        });
        bool hasInputGradient = Network.HasInputGradient;   // reflection allocates, again whenever a collection took what it remembers
        Allocations.AreNone(Repetitions, () =>
        {
            trainer.Forward(inputs);
            trainer.CopyOutput(outputs);
            trainer.BackwardFrom(outputs);
            if (hasInputGradient)
                trainer.CopyInputGradient(inputGradient);
            trainer.Trainer.ZeroGradients();
        });
    }

    [Fact]
    public void The_arena_of_inference_is_as_long_as_the_constant_says()
    {
        foreach (int n in new[] { 1, Network.MaxBatch })
        {
            float[] inputs = Network.Inputs(n), clean = new float[n * Network.OutputLength], dirty = new float[clean.Length];
            INetwork<float> net = Network.New(1);
            net.Predict(inputs, clean);
            Canary canary = Canary.In(net);
            net.Predict(inputs, dirty);
            Assert.Equal(clean, dirty);
            Assert.Equal(Network.Constant("ArenaBytes"), canary.PlannedBytes);
            canary.IsUntouchedBeyondThePlan();
            if (n == Network.MaxBatch)
                canary.IsTouchedToTheEnd();
        }
    }

    [Fact]
    public void The_arena_of_training_is_as_long_as_the_constant_says()
    {
        foreach (int n in new[] { Network.MinimumBatch, Network.MaxBatch })
        {
            INetwork<float> clean = Network.New(1), dirty = Network.New(1);
            AnyTrainer reference = Network.NewTrainer(clean, new Adam(0.01)), trainer = Network.NewTrainer(dirty, new Adam(0.01));
            Canary canary = Canary.In(trainer.Trainer, dirty.Parameters.Table);
            for (int step = 0; step < 2; step++)
            {
                Assert.Equal(
                    reference.Step(Network.Inputs(n), Network.Targets(n)),
                    trainer.Step(Network.Inputs(n), Network.Targets(n)));
                Frozen.Of(clean).IsStill(Frozen.Of(dirty));
            }

            Assert.Equal(Network.Constant("TrainingBytes"), canary.PlannedBytes);
            canary.IsUntouchedBeyondThePlan();
            if (n == Network.MaxBatch)
                canary.IsTouchedToTheEnd();
        }
    }

    [Fact]
    public void The_same_seed_gives_the_same_bits()
    {
        Frozen[] runs = [.. new ulong[] { 5, 5 }.Select(seed =>
        {
            INetwork<float> net = Network.New(seed);
            AnyTrainer trainer = Network.NewTrainer(net, new Adam(0.01), seed);
            int rows = 2 * Network.MaxBatch + Network.MinimumBatch;
            Batches batches = Network.Batches(Network.Inputs(rows), Network.Targets(rows), Network.MaxBatch, seed);
            for (int epoch = 0; epoch < 3; epoch++)
            {
                foreach (Batch batch in batches.Epoch(epoch))
                    trainer.Step(batch);
            }

            return Frozen.Of(net, trainer.Trainer);
        })];
        runs[0].IsStill(runs[1]);
    }

    private static void Prediction(int n)
    {
        INetwork<float> net = Network.New(3);
        Training(net);
        float[] inputs = Network.Inputs(n), output = new float[n * Network.OutputLength], prediction = new float[output.Length];
        net.Forward(inputs, output);
        net.Predict(inputs, prediction);
        (double[] Output, double[] Prediction) oracle = Oracle.Predict(net.Parameters, new Samples(n, [Network.Given(inputs)], []));
        Assert.Null(Agreement.Difference("output", EmittedNetwork.Doubles(output), oracle.Output));
        Assert.Null(Agreement.Difference("prediction", EmittedNetwork.Doubles(prediction), oracle.Prediction));
    }

    // A step of training, so that biases and states are not as they began.
    private static void Training(INetwork<float> net) =>
        Network.NewTrainer(net, new SGD(0.1)).Step(Network.Inputs(Network.MaxBatch), Network.Targets(Network.MaxBatch));

    private static IEnumerable<string> Training(int n, bool fromOutput)
    {
        Samples samples = Batch(n) with { OutputGradients = fromOutput ? [Numbers.Normal(n * Network.OutputLength, 4)] : null };
        EmittedNetwork emitted = new(Network.Type, new SGD(0.1), 3);
        Training(AnyNetwork.Of(emitted.Network));
        Step expected = Oracle.Train(emitted.Network.Parameters, samples, emitted.Trainer.Seed, emitted.Trainer.Steps);
        Func<Step> noise = Noise(emitted, samples);
        return Agreement.Differences(emitted.Train(samples), expected, noise);
    }

    private static Func<Step> Noise(EmittedNetwork emitted, Samples samples)
    {
        var (seed, step) = (emitted.Trainer.Seed, emitted.Trainer.Steps);
        return () => Oracle.Noise(emitted.Network.Parameters, samples, seed, step);
    }

    private static Samples Batch(int n)
    {
        Target targets = Network.Targets(n);
        float[]? sampleWeights = n > Network.MinimumBatch ? Network.SampleWeights(n) : null;
        return new(n, [Network.Given(Network.Inputs(n))], [targets.IsLabels ? targets.Labels : targets.Floats], sampleWeights);
    }
}
