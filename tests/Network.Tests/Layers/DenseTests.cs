using StaticNet.Network.Tests.Contract;

namespace StaticNet.Network.Tests.Layers;

[Network(MaxBatch = 7, InputGradient = true), Input(5), Dense(4), Tanh, Dense(2, Bias = false), MeanSquaredError]
public partial class DenseNet;

[Network(MaxBatch = 2, InputGradient = true), Input(2), Dense(3)]
public partial class SingleDenseNet;

// 5·4 + 4 + 4·2 parameters; 2·20 + 4 operations, one for each tanh, 2·8.
public class DenseTests() : LayerContract<DenseNet>(new(Input: 5, Output: 2, Parameters: 32, Flops: 64))
{
    [Fact]
    public void By_hand()
    {
        var net = new SingleDenseNet();
        net.Dense1.Weight.CopyFrom([1, 2, 3, 4, 5, 6]);
        net.Dense1.Bias.CopyFrom([10, 20, 30]);
        var trainer = new SingleDenseNet.Trainer(net, new SGD(0.5));
        float[] y = new float[6], dx = new float[4];
        trainer.Forward([1, -1, 2, 0.5f]);
        trainer.CopyOutput(y);
        trainer.BackwardFrom([1, 0, -1, 2, 1, 0]);
        trainer.CopyInputGradient(dx);

        // y = x·Wᵀ + b;  x̄ = ȳ·W;  W̄ = ȳᵀ·x;  b̄ = Σ ȳ
        Assert.Equal([9f, 19, 29, 13, 28, 43], y);
        Assert.Equal([-4f, -4, 5, 8], dx);
        Assert.Equal([5f, 0, 2, 0.5f, -1, 1], trainer.Gradient(net.Dense1.Weight).ToArray());
        Assert.Equal([3f, 1, -1], trainer.Gradient(net.Dense1.Bias).ToArray());
        trainer.Apply();
        Assert.Equal(3 - 0.5f * 2, net.Dense1.Weight[1, 0]);
    }

    [Fact]
    public void Weights_start_by_their_initialiser_and_biases_at_zero()
    {
        float bound = MathF.Sqrt(6f / 5);
        float[] weight = new DenseNet(3).Dense1.Weight.ToArray();
        Assert.All(weight, w => Assert.InRange(w, -bound, bound));
        Assert.Equal(20, weight.Distinct().Count());
        Assert.Equal([0f, 0, 0, 0], new DenseNet(3).Dense1.Bias.ToArray());
    }
}
