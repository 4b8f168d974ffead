using StaticNet.Network.Tests.Contract;

namespace StaticNet.Network.Tests.Layers;

[Network(MaxBatch = 5, InputGradient = true), Input(2, 3, 2), Tanh, Flatten, Dense(3), MeanSquaredError]
public partial class FlattenNet;

[Network(MaxBatch = 2, InputGradient = true), Input(2, 1, 2), Flatten, Dense(1, Bias = false)]
public partial class SingleFlattenNet;

// 12·3 + 3 parameters; 12 tanh, 2·36 + 3 operations.
public class FlattenTests() : LayerContract<FlattenNet>(new(Input: 12, Output: 3, Parameters: 39, Flops: 87))
{
    [Fact]
    public void By_hand()
    {
        var net = new SingleFlattenNet();
        net.Dense1.Weight.CopyFrom([1, 10, 100, 1000]);
        var trainer = new SingleFlattenNet.Trainer(net, new SGD(0.5));
        float[] y = new float[2], dx = new float[8];
        trainer.Forward([1, 2, 3, 4, 5, 6, 7, 8]);
        trainer.CopyOutput(y);
        trainer.BackwardFrom([1, -1]);
        trainer.CopyInputGradient(dx);

        // The elements keep their order: y = x₀₀ + 10·x₀₁ + 100·x₁₀ + 1000·x₁₁.
        Assert.Equal([4321f, 8765], y);
        Assert.Equal([1f, 10, 100, 1000, -1, -10, -100, -1000], dx);
    }
}
