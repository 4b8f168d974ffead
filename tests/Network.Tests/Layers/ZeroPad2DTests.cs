using StaticNet.Network.Tests.Contract;

namespace StaticNet.Network.Tests.Layers;

[Network(MaxBatch = 3, InputGradient = true), Input(2, 4, 3), Conv2D(3, 2), ZeroPad2D(2), Conv2D(2, 3), Flatten, Dense(2), MeanSquaredError]
public partial class ZeroPad2DNet;

[Network(MaxBatch = 2, InputGradient = true), Input(1, 1, 2), ZeroPad2D(1)]
public partial class SingleZeroPad2DNet;

// 3·8 + 3 + 2·27 + 2 + 40·2 + 2 parameters; 6·3·17, 20·2·55, 2·80 + 2 operations.
public class ZeroPad2DTests() : LayerContract<ZeroPad2DNet>(new(Input: 24, Output: 2, Parameters: 165, Flops: 306 + 2200 + 162))
{
    [Fact]
    public void By_hand()
    {
        var trainer = new SingleZeroPad2DNet.Trainer(new(), new SGD(1));
        float[] y = new float[12], dx = new float[2];
        trainer.Forward([7, 8]);
        trainer.CopyOutput(y);
        trainer.BackwardFrom([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
        trainer.CopyInputGradient(dx);
        Assert.Equal([0f, 0, 0, 0, 0, 7, 8, 0, 0, 0, 0, 0], y);
        Assert.Equal([6f, 7], dx);
    }
}
