using StaticNet.Network.Tests.BadInput;
using StaticNet.Network.Tests.Contract;
using StaticNet.Network.Tests.Training;

namespace StaticNet.Network.Tests.Serving;

[Network(MaxBatch = 8), Input(3), Dense(4), SoftmaxCrossEntropy(ClassWeights = new[] { 1.0, 2.0, 0.5, 0.0 })]
public partial class WeightedClassNet;

[Network(MaxBatch = 8), Input(3), Dense(4), SoftmaxCrossEntropy(Reduction = Reduction.Sum)]
public partial class SummedClassNet;

/// <summary>The loss over a data set: exact for any cut into batches, in inference mode.</summary>
public class EvaluateTests
{
    private const int Samples = 21;
    private static readonly float[] Inputs = Numbers.Normal(3 * Samples, 1);
    private static readonly int[] Labels = Numbers.Classes(Samples, 4, 2);

    // log Σ e^z − z_t of what the network gives in inference mode, one sample after another.
    private static double[] Losses(INetwork<float> net)
    {
        var losses = new double[Samples];
        var logits = new float[4];
        for (int i = 0; i < Samples; i++)
        {
            net.Forward(Inputs.AsSpan(3 * i, 3), logits);
            losses[i] = Math.Log(logits.Sum(z => Math.Exp(z))) - logits[Labels[i]];
        }

        return losses;
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(4)]
    public void The_mean_is_over_samples_however_they_are_cut(int size)
    {
        ClassNet net = new Refusal().Net;
        double expected = Losses(net).Average();
        Assert.Equal(expected, net.Evaluate(ClassNet.Batches(Inputs, Labels, size)), 1e-6);
        Assert.Equal(expected, net.Evaluate(ClassNet.Batches(Inputs, Labels, size, seed: 3, dropLast: true)), 1e-6);
        Assert.Equal(expected, net.Evaluate(Inputs, Labels), 1e-6);
    }

    [Fact]
    public void Weights_of_samples_multiply_their_terms()
    {
        ClassNet net = new Refusal().Net;
        float[] weights = Numbers.Uniform(Samples, 4);
        double expected = Losses(net).Zip(weights, (l, w) => l * w).Sum() / Samples;
        Assert.Equal(expected, net.Evaluate(Inputs, Labels, weights), 1e-6);
        Assert.Equal(expected, net.Evaluate(ClassNet.Batches(Inputs, Labels, 4, sampleWeights: weights)), 1e-6);
    }

    [Fact]
    public void Weights_of_classes_weigh_the_batches()
    {
        double[] weights = [1, 2, 0.5, 0];
        var net = new WeightedClassNet(3);
        double[] losses = Losses(net);
        double expected = Enumerable.Range(0, Samples).Sum(i => losses[i] * weights[Labels[i]]) / Labels.Sum(l => weights[l]);
        foreach (int size in new[] { 1, 2, 5, 8 })
            Assert.Equal(expected, net.Evaluate(WeightedClassNet.Batches(Inputs, Labels, size)), 1e-6);
        Assert.Equal(expected, net.Evaluate(Inputs, Labels), 1e-6);
    }

    [Fact]
    public void A_sum_is_over_all()
    {
        var net = new SummedClassNet(3);
        double expected = Losses(net).Sum();
        Assert.Equal(expected, net.Evaluate(SummedClassNet.Batches(Inputs, Labels, 5)), 1e-5);
        Assert.Equal(expected, net.Evaluate(Inputs, Labels), 1e-5);
    }

    [Fact]
    public void A_mean_over_elements_is_that_of_a_trainer()
    {
        var net = new SmoothNet(1);
        float[] targets = Numbers.Normal(16, 3);
        double expected = net.Evaluate(Inputs.AsSpan(0, 24), targets);
        Assert.Equal(expected, net.Evaluate(SmoothNet.Batches(Inputs[..24], targets, 3)), 1e-7);
        Assert.Equal(new SmoothNet.Trainer(net, new SGD(0.1)).Step(Inputs.AsSpan(0, 24), targets), expected, 1e-6);
    }

    [Fact]
    public void Neither_parameters_nor_an_epoch_in_progress_change_and_nothing_is_allocated()
    {
        ClassNet net = new Refusal().Net;
        Batches batches = ClassNet.Batches(Inputs, Labels, 4, seed: 1);
        Frozen before = Frozen.Of(net);
        int[] rows = [.. batches.Epoch(3)[1].Rows];
        Batch held = batches.Epoch(3)[1];
        Allocations.AreNone(5, () => net.Evaluate(batches));
        Allocations.AreNone(5, () => net.Evaluate(Inputs, Labels));
        Assert.Equal(rows, held.Rows);
        before.IsStill(Frozen.Of(net));
    }

    [Fact]
    public void Bad_input_is_refused()
    {
        var net = new ClassNet(1);
        Assert.Contains("make them with ClassNet.Batches", Assert.Throws<ArgumentException>(() => net.Evaluate(NumberNet.Batches(new float[6], new float[4], 2))).Message);
        Assert.Throws<ArgumentNullException>(() => net.Evaluate(null!));
        Assert.Throws<ArgumentException>(() => net.Evaluate(new float[7], new int[2]));
        Assert.Throws<ArgumentException>(() => net.Evaluate([], []));
        Assert.Throws<ArgumentException>(() => net.Evaluate(new float[6], new int[3]));
        Assert.Throws<ArgumentException>(() => net.Evaluate(new float[6], new int[2], new float[1]));
        Assert.Throws<ArgumentOutOfRangeException>(() => net.Evaluate(new float[6], [0, 4]));
        Assert.Throws<ArgumentOutOfRangeException>(() => net.Evaluate(ClassNet.Batches(new float[6], new[] { 0, -1 }, 2)));
        net.Evaluate(new float[6], new int[2]);
    }

    [Fact]
    public void One_thread_at_a_time()
    {
        var net = new ClassNet(1);
        Batches batches = ClassNet.Batches(Inputs, Labels, 4);
        Workspace arena = Arenas.Of(net);
        arena.Enter();
        Assert.Contains("one thread at a time", Assert.Throws<InvalidOperationException>(() => net.Evaluate(batches)).Message);
        Assert.Contains("one thread at a time", Assert.Throws<InvalidOperationException>(() => net.Evaluate(Inputs, Labels)).Message);
        arena.Exit();
        net.Evaluate(batches);
    }
}
