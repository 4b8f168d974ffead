using StaticNet.Network.Tests.Contract;

namespace StaticNet.Network.Tests.Layers;

[Network(MaxBatch = 5, InputGradient = true), Input(9, 3)]
[Conv1D(5, 3, Padding = 1), ReLU, Conv1D(4, 2, Stride = 2, PaddingMode = PaddingMode.Causal, Bias = false), Tanh, Flatten, Dense(3), MeanSquaredError]
public partial class Conv1DNet;

[Network(MaxBatch = 2, InputGradient = true), Input(3, 1), Conv1D(1, 2, Pads = new[] { 1, 0 })]
public partial class SingleConv1DNet;

// 5·9 + 5, 4·10, 3·20 + 3 parameters. 9 places·5·(2·9 + 1) + 45, 5·4·20 + 20, 3·41 operations.
public class Conv1DTests() : LayerContract<Conv1DNet>(new(Input: 27, Output: 3, Parameters: 153, Flops: 855 + 45 + 400 + 20 + 123))
{
    [Fact]
    public void By_hand()
    {
        var net = new SingleConv1DNet();
        net.Conv1.Weight.CopyFrom([10, 1]);
        net.Conv1.Bias[0] = 0.5f;
        var trainer = new SingleConv1DNet.Trainer(net, new SGD(1));
        float[] y = new float[3], dx = new float[3];
        trainer.Forward([1, 2, 3]);
        trainer.CopyOutput(y);
        trainer.BackwardFrom([1, 0, 2]);
        trainer.CopyInputGradient(dx);

        // Over 0 1 2 3.
        Assert.Equal([1.5f, 12.5f, 23.5f], y);
        Assert.Equal([1f, 20, 2], dx);
        Assert.Equal([4f, 7], trainer.Gradient(net.Conv1.Weight).ToArray());
        Assert.Equal([3f], trainer.Gradient(net.Conv1.Bias).ToArray());
    }
}
