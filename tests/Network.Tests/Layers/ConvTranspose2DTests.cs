using StaticNet.Network.Tests.Contract;

namespace StaticNet.Network.Tests.Layers;

[Network(MaxBatch = 5, InputGradient = true), Input(4, 3, 4)]
[ConvTranspose2D(6, 3, Stride = 2, Padding = 1, OutputPadding = 1), ReLU, ConvTranspose2D(4, 2, Groups = 2, Bias = false), Tanh, Flatten, Dense(3), MeanSquaredError]
public partial class ConvTranspose2DNet;

[Network(MaxBatch = 2, InputGradient = true), Input(1, 2, 2), ConvTranspose2D(1, 2)]
public partial class SingleConvTranspose2DNet;

// 4·54 + 6, 6·8, 3·252 + 3 parameters. 48·(2·54) + 288 and 288, 288·(2·8) and 252, 3·505 operations.
public class ConvTranspose2DTests() : LayerContract<ConvTranspose2DNet>(
    new(Input: 48, Output: 3, Parameters: 222 + 48 + 759, Flops: 5184 + 288 + 288 + 4608 + 252 + 1515))
{
    [Fact]
    public void By_hand()
    {
        var net = new SingleConvTranspose2DNet();
        net.Conv1.Weight.CopyFrom([1, 10, 100, 1000]);
        net.Conv1.Bias[0] = 0.5f;
        var trainer = new SingleConvTranspose2DNet.Trainer(net, new SGD(1));
        float[] y = new float[9], dx = new float[4];
        trainer.Forward([1, 2, 3, 4]);
        trainer.CopyOutput(y);
        trainer.BackwardFrom([1, 0, 0, 0, 2, 0, 0, 0, 0]);
        trainer.CopyInputGradient(dx);

        Assert.Equal([1.5f, 12.5f, 20.5f, 103.5f, 1234.5f, 2040.5f, 300.5f, 3400.5f, 4000.5f], y);
        Assert.Equal([2001f, 200, 20, 2], dx);
        Assert.Equal([9f, 6, 4, 2], trainer.Gradient(net.Conv1.Weight).ToArray());
        Assert.Equal([3f], trainer.Gradient(net.Conv1.Bias).ToArray());
    }

    /// <summary>Input channels first, as PyTorch's files have it.</summary>
    [Fact]
    public void Its_weight_has_PyTorchs_shape() => Assert.Equal([6, 2, 2, 2], new ConvTranspose2DNet().Conv2.Weight.Shape.ToArray());
}
