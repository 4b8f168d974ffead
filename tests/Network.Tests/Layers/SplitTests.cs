using StaticNet.Network.Tests.Contract;

namespace StaticNet.Network.Tests.Layers;

[Network(MaxBatch = 3, InputGradient = true), Input(6)]
[Dense(8), Split("value", "gate"), Sigmoid(Name = "open"), Multiply("value", "open"), Dense(2), MeanSquaredError]
public partial class SplitNet;

[Network(MaxBatch = 2, InputGradient = true), Input(5)]
[Split("left", "middle", "right", Lengths = new[] { 2, 1, 2 }), Add("left", "right"), Concat("middle", "add1")]
public partial class SingleSplitNet;

// 56 and 10 parameters; 8·13, four sigmoids and four products, 2·9 operations.
public class SplitTests() : LayerContract<SplitNet>(new(Input: 6, Output: 2, Parameters: 66, Flops: 104 + 4 + 4 + 18))
{
    [Fact]
    public void By_hand()
    {
        var trainer = new SingleSplitNet.Trainer(new(), new SGD(1));
        float[] y = new float[3], dx = new float[5];
        trainer.Forward([1, 2, 3, 4, 5]);
        trainer.CopyOutput(y);
        trainer.BackwardFrom([10, 20, 30]);
        trainer.CopyInputGradient(dx);
        Assert.Equal([3f, 5, 7], y);
        Assert.Equal([20f, 30, 10, 20, 30], dx);
    }
}
