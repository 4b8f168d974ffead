using StaticNet.Network.Tests.Contract;

namespace StaticNet.Network.Tests.Layers;

[Network(MaxBatch = 5, InputGradient = true), Input(4)]
[Dense(3, Name = "a"), Tanh(Name = "b"), Dense(5, Name = "c", From = "a"), Concat("c", "b", "a"), Dense(2), MeanSquaredError]
public partial class ConcatNet;

[Network(MaxBatch = 2, InputGradient = true), Input(2, 1, 2), LeakyReLU(0.5, Name = "a"), ReLU(Name = "b"), Concat("b", "a", Axis = 2)]
public partial class SingleConcatNet;

// 4·3 + 3 + 3·5 + 5 + 11·2 + 2 parameters; 2·(12 + 15 + 22) + 3 + 5 + 2 of Dense, 3 tanh, 2·11 of the sum of the padded.
public class ConcatTests() : LayerContract<ConcatNet>(new(Input: 4, Output: 2, Parameters: 59, Flops: 133))
{
    [Fact]
    public void By_hand()
    {
        var trainer = new SingleConcatNet.Trainer(new(), new SGD(1));
        float[] y = new float[8], dx = new float[4];
        trainer.Forward([1, -2, 3, -4]);
        trainer.CopyOutput(y);
        trainer.BackwardFrom([1, 2, 10, 20, 3, 4, 30, 40]);
        trainer.CopyInputGradient(dx);
        Assert.Equal([1f, 0, 1, -1, 3, 0, 3, -2], y);
        Assert.Equal([11f, 10, 33, 20], dx);
    }
}
