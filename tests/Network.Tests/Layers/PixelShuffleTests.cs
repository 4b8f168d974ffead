using StaticNet.Network.Tests.Contract;

namespace StaticNet.Network.Tests.Layers;

[Network(MaxBatch = 3, InputGradient = true), Input(2, 3, 3), Conv2D(8, 2), PixelShuffle(2), ReLU, Flatten, Dense(2), MeanSquaredError]
public partial class PixelShuffleNet;

[Network(MaxBatch = 2, InputGradient = true), Input(4, 1, 2), PixelShuffle(2)]
public partial class SinglePixelShuffleNet;

// 8·8 + 8 + 32·2 + 2 parameters; 4·8·17, 32, 2·64 + 2 operations.
public class PixelShuffleTests() : LayerContract<PixelShuffleNet>(new(Input: 18, Output: 2, Parameters: 138, Flops: 544 + 32 + 130))
{
    [Fact]
    public void By_hand()
    {
        var trainer = new SinglePixelShuffleNet.Trainer(new(), new SGD(1));
        float[] y = new float[8], dx = new float[8];
        trainer.Forward([1, 2, 3, 4, 5, 6, 7, 8]);
        trainer.CopyOutput(y);
        trainer.BackwardFrom([10, 20, 30, 40, 50, 60, 70, 80]);
        trainer.CopyInputGradient(dx);
        Assert.Equal([1f, 3, 2, 4, 5, 7, 6, 8], y);
        Assert.Equal([10f, 30, 20, 40, 50, 70, 60, 80], dx);
    }
}
