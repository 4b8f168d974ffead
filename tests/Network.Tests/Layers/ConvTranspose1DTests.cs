using StaticNet.Network.Tests.Contract;

namespace StaticNet.Network.Tests.Layers;

[Network(MaxBatch = 5, InputGradient = true), Input(6, 3)]
[ConvTranspose1D(5, 3, Stride = 2, OutputPadding = 1), ReLU, ConvTranspose1D(4, 2, Dilation = 2, Bias = false), Tanh, Flatten, Dense(3), MeanSquaredError]
public partial class ConvTranspose1DNet;

[Network(MaxBatch = 2, InputGradient = true), Input(2, 1), ConvTranspose1D(1, 3, Stride = 2, Padding = 1)]
public partial class SingleConvTranspose1DNet;

// 3·15 + 5, 5·8, 3·64 + 3 parameters. 18·(2·15) + 70 and 70, 70·(2·8) and 64, 3·129 operations.
public class ConvTranspose1DTests() : LayerContract<ConvTranspose1DNet>(
    new(Input: 18, Output: 3, Parameters: 50 + 40 + 195, Flops: 540 + 70 + 70 + 1120 + 64 + 387))
{
    [Fact]
    public void By_hand()
    {
        var net = new SingleConvTranspose1DNet();
        net.Conv1.Weight.CopyFrom([1, 10, 100]);
        net.Conv1.Bias[0] = 0.5f;
        var trainer = new SingleConvTranspose1DNet.Trainer(net, new SGD(1));
        float[] y = new float[3], dx = new float[2];
        trainer.Forward([1, 2]);
        trainer.CopyOutput(y);
        trainer.BackwardFrom([1, 3, 2]);
        trainer.CopyInputGradient(dx);

        // The middle three of 1 10 100 0 0 and 0 0 2 20 200.
        Assert.Equal([10.5f, 102.5f, 20.5f], y);
        Assert.Equal([310f, 23], dx);
        Assert.Equal([6f, 5, 3], trainer.Gradient(net.Conv1.Weight).ToArray());
        Assert.Equal([6f], trainer.Gradient(net.Conv1.Bias).ToArray());
    }
}
