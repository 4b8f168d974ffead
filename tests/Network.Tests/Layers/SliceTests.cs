using StaticNet.Network.Tests.Contract;

namespace StaticNet.Network.Tests.Layers;

[Network(MaxBatch = 4, InputGradient = true), Input(4), Dense(9), Slice(1, 8, 4, Step = -2), Tanh, Dense(2), MeanSquaredError]
public partial class SliceNet;

[Network(MaxBatch = 2, InputGradient = true), Input(2, 3), Slice(2, 1, 2)]
public partial class SingleSliceNet;

// 4·9 + 9 + 4·2 + 2 parameters; 2·36 + 9 + 2·8 + 2 of Dense, 4 tanh.
public class SliceTests() : LayerContract<SliceNet>(new(Input: 4, Output: 2, Parameters: 55, Flops: 103))
{
    [Fact]
    public void By_hand()
    {
        var trainer = new SingleSliceNet.Trainer(new(), new SGD(1));
        float[] y = new float[4], dx = new float[6];
        trainer.Forward([1, 2, 3, 4, 5, 6]);
        trainer.CopyOutput(y);
        trainer.BackwardFrom([10, 20, 30, 40]);
        trainer.CopyInputGradient(dx);
        Assert.Equal([2f, 3, 5, 6], y);
        Assert.Equal([0f, 10, 20, 0, 30, 40], dx);
    }
}
