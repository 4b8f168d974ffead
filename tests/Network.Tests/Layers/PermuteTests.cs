using StaticNet.Network.Tests.Contract;

namespace StaticNet.Network.Tests.Layers;

[Network(MaxBatch = 4, InputGradient = true), Input(3, 5), Dense(4), Permute(2, 1), Tanh, Flatten, Dense(2), MeanSquaredError]
public partial class PermuteNet;

[Network(MaxBatch = 2, InputGradient = true), Input(1, 2, 3), Permute(3, 1, 2)]
public partial class SinglePermuteNet;

// 5·4 + 4 + 12·2 + 2 parameters; 3·(2·20 + 4) + 2·24 + 2 of Dense, 12 tanh.
public class PermuteTests() : LayerContract<PermuteNet>(new(Input: 15, Output: 2, Parameters: 50, Flops: 194))
{
    [Fact]
    public void By_hand()
    {
        var trainer = new SinglePermuteNet.Trainer(new(), new SGD(1));
        float[] y = new float[6], dx = new float[6];
        trainer.Forward([1, 2, 3, 4, 5, 6]);
        trainer.CopyOutput(y);
        trainer.BackwardFrom([10, 20, 30, 40, 50, 60]);
        trainer.CopyInputGradient(dx);
        Assert.Equal([1f, 4, 2, 5, 3, 6], y);
        Assert.Equal([10f, 30, 50, 20, 40, 60], dx);
    }
}
