using StaticNet.Network.Tests.Contract;

namespace StaticNet.Network.Tests.Training;

[Network(MaxBatch = 4), Input(2), Dense(8), Tanh, Dense(1), BinaryCrossEntropy]
public partial class XorNet;

[Network(MaxBatch = 16), Input(3), Dense(1), MeanSquaredError]
public partial class LineNet;

[Network(MaxBatch = 16), Input(2), Dense(16), BatchNorm, ReLU, Dropout(0.1), Dense(3), SoftmaxCrossEntropy]
public partial class SectorNet;

public class LearningTests
{
    [Fact]
    public void Learns_exclusive_or()
    {
        float[] inputs = [0, 0, 0, 1, 1, 0, 1, 1], targets = [0, 1, 1, 0], predictions = new float[4];
        var net = new XorNet(1);
        var trainer = new XorNet.Trainer(net, new Adam(0.05));
        float loss = 0;
        for (int step = 0; step < 500; step++)
            loss = trainer.Step(inputs, targets);
        net.Predict(inputs, predictions);
        Assert.True(loss < 2e-3f, $"the loss is {loss}");
        Assert.Equal(targets, predictions.Select(p => MathF.Round(p)));
    }

    [Fact]
    public void Finds_the_weights_of_a_linear_function()
    {
        float[] inputs = Numbers.Normal(48, 1);
        float[] targets = [.. Enumerable.Range(0, 16).Select(i => 2 * inputs[3 * i] - 3 * inputs[3 * i + 1] + 0.5f * inputs[3 * i + 2] + 1)];
        var net = new LineNet(1);
        float loss = Fit(new LineNet.Trainer(net, new SGD(0.1)), inputs, targets, steps: 500);
        Assert.True(loss < 1e-9f, $"the loss is {loss}");
        Assert.Equal([2f, -3, 0.5f], net.Dense1.Weight.ToArray(), (a, b) => MathF.Abs(a - b) < 1e-3f);
        Assert.Equal(1f, net.Dense1.Bias[0], 1e-3f);
    }

    [Fact]
    public void Learns_classes_with_noise_and_normalisation()
    {
        float[] inputs = Numbers.Normal(2 * 240, 3);
        int[] labels = [.. Enumerable.Range(0, 240).Select(i => inputs[2 * i] > 0 ? 0 : inputs[2 * i + 1] > 0 ? 1 : 2)];
        var net = new SectorNet(1);
        var trainer = new SectorNet.Trainer(net, new AdamW(0.02));
        Batches batches = SectorNet.Batches(inputs, labels, 16, seed: 1);
        for (int epoch = 0; epoch < 20; epoch++)
        {
            foreach (Batch batch in batches.Epoch(epoch))
                trainer.Step(batch);
        }

        Assert.True(Accuracy(net, inputs, labels) > 0.95);
    }

    // Code over any network and trainer.
    private static float Fit<TInput, TTarget>(ITrainer<TInput, TTarget> trainer, TInput[] inputs, TTarget[] targets, int steps)
        where TInput : unmanaged
        where TTarget : unmanaged
    {
        float loss = 0;
        for (int step = 0; step < steps; step++)
            loss = trainer.Step(inputs, targets);
        return loss;
    }

    private static double Accuracy(INetwork<float> network, float[] inputs, int[] labels)
    {
        int right = 0;
        var probabilities = new float[network.OutputLength];
        for (int i = 0; i < labels.Length; i++)
        {
            network.Predict(inputs.AsSpan(i * network.InputLength, network.InputLength), probabilities);
            right += probabilities.AsSpan().IndexOf(probabilities.Max()) == labels[i] ? 1 : 0;
        }

        return right / (double)labels.Length;
    }
}
