using StaticNet.Network.Tests.Contract;

namespace StaticNet.Network.Tests.Layers;

[Network(MaxBatch = 4, InputGradient = true), Input(2, 5, 4), Conv2D(18, 2), BatchNorm, ReLU, GlobalAveragePool2D, Dense(3), SoftmaxCrossEntropy]
public partial class GlobalAveragePool2DNet;

[Network(MaxBatch = 1, InputGradient = true), Input(2, 1, 2), GlobalAveragePool2D]
public partial class SingleGlobalAveragePool2DNet;

// 12 places·18·17, 12·72 + 36 of the normalisation, 216, 216 + 18, 3·37 operations.
public class GlobalAveragePool2DTests() : LayerContract<GlobalAveragePool2DNet>(
    new(Input: 40, Output: 3, Parameters: 162 + 36 + 57, Flops: 12 * 18 * 17 + 864 + 54 + 216 + 234 + 111))
{
    [Fact]
    public void By_hand()
    {
        var trainer = new SingleGlobalAveragePool2DNet.Trainer(new SingleGlobalAveragePool2DNet(), new SGD(1));
        float[] y = new float[2], dx = new float[4];
        trainer.Forward([1, 2, 30, 50]);
        trainer.CopyOutput(y);
        trainer.BackwardFrom([4, 8]);
        trainer.CopyInputGradient(dx);
        Assert.Equal([1.5f, 40], y);
        Assert.Equal([2f, 2, 4, 4], dx);
    }
}
