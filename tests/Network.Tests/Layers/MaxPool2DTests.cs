using StaticNet.Network.Tests.Contract;

namespace StaticNet.Network.Tests.Layers;

[Network(MaxBatch = 4, InputGradient = true), Input(17, 9, 9)]
[Conv2D(20, 3, Padding = 1), ReLU, MaxPool2D(3, Stride = 2, Padding = 1), Conv2D(33, 2), Tanh, Flatten, Dense(5), SoftmaxCrossEntropy]
public partial class MaxPool2DNet;

[Network(MaxBatch = 1, InputGradient = true), Input(1, 3, 4), MaxPool2D(2, Stride = 1)]
public partial class SingleMaxPool2DNet;

// 81 places·20·(2·153 + 1) + 1620, 25·20·9, 16·33·161 and the activation, 5·1057 operations.
public class MaxPool2DTests() : LayerContract<MaxPool2DNet>(
    new(Input: 1377, Output: 5, Parameters: 3080 + 2673 + 2645, Flops: 81 * 20 * 307 + 1620 + 4500 + 16 * 33 * 161 + 528 + 5 * 1057))
{
    [Fact]
    public void By_hand()
    {
        var trainer = new SingleMaxPool2DNet.Trainer(new SingleMaxPool2DNet(), new SGD(1));
        float[] y = new float[6], dx = new float[12];
        trainer.Forward([1, 5, 5, 0, 2, 5, -1, 3, 9, 2, -4, 3]);
        trainer.CopyOutput(y);
        trainer.BackwardFrom([1, 10, 100, 1000, 10000, 100000]);
        trainer.CopyInputGradient(dx);

        // Of equal ones the first has the gradient.
        Assert.Equal([5f, 5, 5, 9, 5, 3], y);
        Assert.Equal([0f, 11, 100, 0, 0, 10000, 0, 100000, 1000, 0, 0, 0], dx);
    }
}
