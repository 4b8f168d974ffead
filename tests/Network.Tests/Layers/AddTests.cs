using StaticNet.Network.Tests.Contract;

namespace StaticNet.Network.Tests.Layers;

[Network(MaxBatch = 5, InputGradient = true), Input(4)]
[Dense(3, Name = "a"), Tanh(Name = "b"), Dense(3, Name = "c", From = "a"), Add("a", "b", "c"), Dense(2), MeanSquaredError]
public partial class AddNet;

[Network(MaxBatch = 2, InputGradient = true), Input(2), LeakyReLU(0.5, Name = "a"), ReLU(Name = "b"), Add("a", "b", "a")]
public partial class SingleAddNet;

// 4·3 + 3 + 3·3 + 3 + 3·2 + 2 parameters; 2·(12 + 9 + 6) + 3 + 3 + 2 of Dense, 3 tanh, 2·3 sums.
public class AddTests() : LayerContract<AddNet>(new(Input: 4, Output: 2, Parameters: 35, Flops: 71))
{
    [Fact]
    public void By_hand()
    {
        var trainer = new SingleAddNet.Trainer(new(), new SGD(0.5));
        float[] y = new float[4], dx = new float[4];
        trainer.Forward([1, -2, 3, -4]);
        trainer.CopyOutput(y);
        trainer.BackwardFrom([1, 1, 10, 10]);
        trainer.CopyInputGradient(dx);

        // a = x > 0 ? x : x/2;   y = 2·a + max(a, 0);   x̄ = ȳ·a′·(2 + [a > 0])
        Assert.Equal([3f, -2, 9, -4], y);
        Assert.Equal([3f, 1, 30, 10], dx);
    }
}
