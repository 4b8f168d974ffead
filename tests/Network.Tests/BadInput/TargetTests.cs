using StaticNet.Network.Tests.Contract;

namespace StaticNet.Network.Tests.BadInput;

[Network(MaxBatch = 40), Input(3), Dense(2), BinaryCrossEntropy]
public partial class ChanceNet;

[Network(MaxBatch = 3), Input(5, 2), Dense(4), SoftmaxCrossEntropy]
public partial class StepNet;

/// <summary>Targets that are no probabilities or no classes, and weights that are not one for each sample, are refused before anything is written.</summary>
public class TargetTests
{
    private const int Samples = 40;

    [Theory]
    [InlineData(0, -1e-6f, "-1E-06")]
    [InlineData(37, 1.5f, "1.5")]
    [InlineData(79, float.NaN, "NaN")]
    public void Targets_are_from_0_to_1(int index, float value, string printed)
    {
        float[] inputs = new float[3 * Samples], targets = new float[2 * Samples];
        targets[index] = value;
        string message = $"target[{index}] is {printed}, but the loss takes numbers from 0 to 1.";
        Refused(trainer => trainer.Step(inputs, targets), message);
        Refused(trainer => trainer.Step(ChanceNet.Batches(inputs, targets, Samples, shuffle: false).Epoch(0)[0]), message);
        Refused(trainer => trainer.Backward(targets), message, trainer => trainer.Forward(inputs));
    }

    [Fact]
    public void Probabilities_0_and_1_are_taken()
    {
        float[] targets = [.. Enumerable.Range(0, 2 * Samples).Select(i => (float)(i % 2))];
        var trainer = new ChanceNet.Trainer(new ChanceNet(1), new SGD(0.1));
        Assert.True(float.IsFinite(trainer.Step(new float[3 * Samples], targets)));
    }

    // The rows of a batch are padded; the place is that in the caller's own.
    [Fact]
    public void Each_step_has_a_class()
    {
        var net = new StepNet(1);
        var trainer = new StepNet.Trainer(net, new SGD(0.1));
        float[] inputs = Numbers.Normal(30, 1);
        int[] targets = Numbers.Classes(15, 4, 2);
        double loss = net.Evaluate(inputs, targets);
        Assert.Equal(loss, net.Evaluate(StepNet.Batches(inputs, targets, size: 2)), 1e-6);
        Assert.Equal(loss, trainer.Step(inputs, targets), 1e-6);
        targets[7] = 4;
        Frozen frozen = Frozen.Of(net, trainer);
        foreach (Action call in (Action[])
        [
            () => trainer.Step(inputs, targets),
            () => trainer.Step(StepNet.Batches(inputs, targets, 3, shuffle: false).Epoch(0)[0]),
            () => net.Evaluate(inputs, targets),
            () => net.Evaluate(StepNet.Batches(inputs, targets, size: 2)),
        ])
        {
            Assert.Contains("is 4, but the network has 4 classes: give an index from 0 to 3.", Assert.Throws<ArgumentOutOfRangeException>(call).Message);
            frozen.IsStill(Frozen.Of(net, trainer));
        }

        Assert.Contains("target[7] is", Assert.Throws<ArgumentOutOfRangeException>(
            () => trainer.Step(StepNet.Batches(inputs, targets, 3, shuffle: false).Epoch(0)[0])).Message);
    }

    [Fact]
    public void Weights_are_one_for_each_sample()
    {
        float[] inputs = new float[3 * Samples], targets = new float[2 * Samples];
        const string Message = "sampleWeights has 39 elements, but 40 samples of 1 are 40: pass a span of that length.";
        Refused(trainer => trainer.Step(inputs, targets, new float[39]), Message);
        Refused(trainer => trainer.Backward(targets, new float[39]), Message, trainer => trainer.Forward(inputs));
        Assert.Contains("'sampleWeights' has 39", Assert.Throws<ArgumentException>(
            () => ChanceNet.Batches(inputs, targets, Samples, sampleWeights: new float[39])).Message);
    }

    [Fact]
    public void Weights_are_finite()
    {
        float[] inputs = new float[3 * Samples], targets = new float[2 * Samples], weights = [.. Enumerable.Repeat(1f, Samples)];
        weights[7] = float.NaN;
        const string Message = "sampleWeights[7] is NaN, but each of its values must be finite";
        Refused(trainer => trainer.Step(inputs, targets, weights), Message);
        Refused(trainer => trainer.Step(ChanceNet.Batches(inputs, targets, Samples, shuffle: false, sampleWeights: weights).Epoch(0)[0]), Message);
        Refused(trainer => trainer.Backward(targets, weights), Message, trainer => trainer.Forward(inputs));
        Assert.Contains(Message, Assert.Throws<ArgumentException>(() => new ChanceNet(1).Evaluate(inputs, targets, weights)).Message);
    }

    [Fact]
    public void Weights_come_by_span_and_by_column_alike()
    {
        float[] inputs = Numbers.Normal(3 * Samples, 1), targets = Numbers.Uniform(2 * Samples, 2), weights = Numbers.Uniform(Samples, 3);
        float span = Trainer().Step(inputs, targets, weights);
        Assert.Equal(span, Trainer().Step(ChanceNet.Batches(inputs, targets, Samples, shuffle: false, sampleWeights: weights).Epoch(0)[0]));
        Assert.NotEqual(span, Trainer().Step(inputs, targets));
        Assert.Equal(Trainer().Step(inputs, targets), Trainer().Step(inputs, targets, [.. Enumerable.Repeat(1f, Samples)]));

        static ChanceNet.Trainer Trainer() => new(new ChanceNet(1), new SGD(0.1));
    }

    private static void Refused(Action<ChanceNet.Trainer> call, string message, Action<ChanceNet.Trainer>? before = null)
    {
        var net = new ChanceNet(1);
        var trainer = new ChanceNet.Trainer(net, new SGD(0.1));
        before?.Invoke(trainer);
        Frozen frozen = Frozen.Of(net, trainer);
        Assert.Contains(message, Assert.ThrowsAny<ArgumentException>(() => call(trainer)).Message);
        frozen.IsStill(Frozen.Of(net, trainer));
    }
}
