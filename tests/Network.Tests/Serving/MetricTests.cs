using StaticNet.Network.Tests.Contract;
using StaticNet.Network.Tests.Networks;
using StaticNet.Network.Tests.Training;

namespace StaticNet.Network.Tests.Serving;

[Network(MaxBatch = 4), Input(5, 2), LSTM(3, ReturnSequences = true), Dense(3), SoftmaxCrossEntropy]
public partial class StepClassNet;

[Network(MaxBatch = 8), Input(3), Dense(1), BinaryCrossEntropy]
public partial class YesNoNet;

/// <summary>Metrics counted while the loss is evaluated, against those of what Predict gives.</summary>
public class MetricTests
{
    private const int Samples = 21;
    private static readonly float[] Inputs = Numbers.Normal(10 * Samples, 1);

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(8)]
    public void Classes_are_those_that_Predict_gives(int size)
    {
        var net = new ClassifierNet(3);
        int[] labels = Numbers.Classes(Samples, 4, 2);
        Batches batches = ClassifierNet.Batches(Inputs.AsMemory(0, 3 * Samples), labels, size, seed: 1, dropLast: true);
        var accuracy = new Accuracy();
        var list = new MetricList(new ConfusionMatrix(4), new Perplexity());
        double loss = net.Evaluate(batches, ref accuracy);
        Assert.Equal(net.Evaluate(batches), loss);
        Assert.Equal(loss, net.Evaluate(batches, ref list));
        float[][] predictions = Predictions(net, 3, 4);
        Assert.Equal(predictions.Zip(labels, (p, t) => Array.IndexOf(p, p.Max()) == t ? 1.0 : 0).Average(), accuracy.Value, 1e-12);
        Assert.Equal(accuracy.Value, list[0].Value, 1e-12);
        Assert.Equal(Math.Exp(loss), list[1].Value, 1e-5);
    }

    [Fact]
    public void Numbers_are_those_that_Predict_gives()
    {
        var net = new SmoothNet(1);
        float[] targets = Numbers.Normal(2 * Samples, 3);
        Batches batches = SmoothNet.Batches(Inputs.AsMemory(0, 3 * Samples), targets, 8);
        var list = new MetricList(new MAE(), new RMSE());
        double loss = net.Evaluate(batches, ref list);
        float[] predictions = [.. Predictions(net, 3, 2).SelectMany(p => p)];
        Assert.Equal(predictions.Zip(targets, (y, t) => Math.Abs(y - t)).Average(), list[0].Value, 1e-6);
        Assert.Equal(Math.Sqrt(loss), list[1].Value, 1e-6);
    }

    [Fact]
    public void One_number_is_a_probability()
    {
        var net = new YesNoNet(1);
        float[] targets = [.. Numbers.Classes(Samples, 2, 5).Select(t => (float)t)];
        var accuracy = new Accuracy();
        net.Evaluate(YesNoNet.Batches(Inputs.AsMemory(0, 3 * Samples), targets, 8), ref accuracy);
        Assert.Equal(Predictions(net, 3, 1).Zip(targets, (p, t) => p[0] > 0.5f == t > 0.5f ? 1.0 : 0).Average(), accuracy.Value, 1e-12);
    }

    [Fact]
    public void Steps_of_sequences_are_rows()
    {
        var net = new StepClassNet(1);
        int[] labels = Numbers.Classes(5 * Samples, 3, 2);
        var accuracy = new Accuracy();
        net.Evaluate(StepClassNet.Batches(Inputs, labels, 4), ref accuracy);
        IEnumerable<float[]> steps = Predictions(net, 10, 15).SelectMany(p => p.Chunk(3));
        Assert.Equal(steps.Zip(labels, (p, t) => Array.IndexOf(p, p.Max()) == t ? 1.0 : 0).Average(), accuracy.Value, 1e-12);
    }

    [Fact]
    public void Each_output_has_its_own()
    {
        var net = new TwoLosses(1);
        float[] images = Numbers.Normal(12 * Samples, 4), facts = Numbers.Normal(5 * Samples, 5), masks = Numbers.Normal(7 * Samples, 6);
        int[] labels = Numbers.Classes(Samples, 3, 7);
        var list = new MetricList(new Accuracy(), new OutputMetric("mask", new MAE()), new OutputMetric("output", new Perplexity()));
        net.Evaluate(TwoLosses.Batches(images, facts, labels, masks, 4), ref list);
        double right = 0, error = 0, log = 0;
        float[] mask = new float[7], output = new float[3];
        for (int i = 0; i < Samples; i++)
        {
            net.Predict(images.AsSpan(12 * i, 12), facts.AsSpan(5 * i, 5), mask, output);
            right += Array.IndexOf(output, output.Max()) == labels[i] ? 1.0 / Samples : 0;
            error += mask.Zip(masks.Skip(7 * i), (y, t) => Math.Abs(y - t)).Average() / Samples;
            log -= Math.Log(output[labels[i]]) / Samples;
        }

        Assert.Equal(right, list[0].Value, 1e-9);
        Assert.Equal(error, list[1].Value, 1e-5);
        Assert.Equal(Math.Exp(log), list[2].Value, 1e-5);
    }

    [Fact]
    public void Nothing_is_allocated_for_a_batch()
    {
        var net = new ClassifierNet(3);
        Batches batches = ClassifierNet.Batches(Inputs.AsMemory(0, 3 * Samples), Numbers.Classes(Samples, 4, 2), 2);
        var accuracy = new Accuracy();
        Allocations.AreNone(5, () => net.Evaluate(batches, ref accuracy));
        IMetric missing = null!;
        Assert.Throws<ArgumentNullException>(() => net.Evaluate(batches, ref missing));
    }

    private static float[][] Predictions(INetwork<float> net, int input, int output)
    {
        var predictions = new float[Samples][];
        for (int i = 0; i < Samples; i++)
            net.Predict(Inputs.AsSpan(input * i, input), predictions[i] = new float[output]);
        return predictions;
    }
}
