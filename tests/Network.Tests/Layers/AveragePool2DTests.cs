using StaticNet.Network.Tests.Contract;

namespace StaticNet.Network.Tests.Layers;

[Network(MaxBatch = 3, InputGradient = true), Input(3, 8, 7)]
[Conv2D(5, 3), Tanh, AveragePool2D(3, Stride = 2, Padding = 1, CeilMode = true, CountIncludePad = false), Flatten, Dense(4), MeanSquaredError]
public partial class AveragePool2DNet;

[Network(MaxBatch = 1, InputGradient = true), Input(1, 2, 4), AveragePool2D(2)]
public partial class SingleAveragePool2DNet;

// 30 places·5·55 + 150, 4·3·5·9, 4·121 operations.
public class AveragePool2DTests() : LayerContract<AveragePool2DNet>(
    new(Input: 168, Output: 4, Parameters: 140 + 244, Flops: 30 * 5 * 55 + 150 + 540 + 484))
{
    [Fact]
    public void By_hand()
    {
        var trainer = new SingleAveragePool2DNet.Trainer(new SingleAveragePool2DNet(), new SGD(1));
        float[] y = new float[2], dx = new float[8];
        trainer.Forward([1, 2, 5, 6, 3, 4, 7, 8]);
        trainer.CopyOutput(y);
        trainer.BackwardFrom([4, 8]);
        trainer.CopyInputGradient(dx);
        Assert.Equal([2.5f, 6.5f], y);
        Assert.Equal([1f, 1, 2, 2, 1, 1, 2, 2], dx);
    }
}
