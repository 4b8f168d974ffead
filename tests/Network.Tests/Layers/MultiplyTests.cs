using StaticNet.Network.Tests.Contract;

namespace StaticNet.Network.Tests.Layers;

[Network(MaxBatch = 5, InputGradient = true), Input(4)]
[Dense(3, Name = "a"), Tanh(Name = "b"), Dense(3, Name = "c", From = "a"), Multiply("a", "b", "c"), Dense(2), MeanSquaredError]
public partial class MultiplyNet;

[Network(MaxBatch = 2, InputGradient = true), Input(2), LeakyReLU(0.5, Name = "a"), ReLU(Name = "b"), Multiply("a", "b", "a")]
public partial class SingleMultiplyNet;

// 4·3 + 3 + 3·3 + 3 + 3·2 + 2 parameters; 2·(12 + 9 + 6) + 3 + 3 + 2 of Dense, 3 tanh, 2·3 products.
public class MultiplyTests() : LayerContract<MultiplyNet>(new(Input: 4, Output: 2, Parameters: 35, Flops: 71))
{
    [Fact]
    public void By_hand()
    {
        var trainer = new SingleMultiplyNet.Trainer(new(), new SGD(0.5));
        float[] y = new float[4], dx = new float[4];
        trainer.Forward([1, -2, 3, -4]);
        trainer.CopyOutput(y);
        trainer.BackwardFrom([1, 1, 10, 10]);
        trainer.CopyInputGradient(dx);

        // x > 0: y = x³, x̄ = 3·x²·ȳ; otherwise b = 0 and its derivative is 0.
        Assert.Equal([1f, 0, 27, 0], y);
        Assert.Equal([3f, 0, 270, 0], dx);
    }
}
