using StaticNet.Network.Tests.Contract;

namespace StaticNet.Network.Tests.Layers;

[Network(MaxBatch = 3, InputGradient = true), Input(4, 3), ZeroPad1D(1), Conv1D(2, 3), Tanh, Flatten, Dense(2), MeanSquaredError]
public partial class ZeroPad1DNet;

[Network(MaxBatch = 2, InputGradient = true), Input(2, 1), ZeroPad1D(1)]
public partial class SingleZeroPad1DNet;

// 2·9 + 2 + 8·2 + 2 parameters; 8·19, 8, 2·17 operations.
public class ZeroPad1DTests() : LayerContract<ZeroPad1DNet>(new(Input: 12, Output: 2, Parameters: 38, Flops: 152 + 8 + 34))
{
    [Fact]
    public void By_hand()
    {
        var trainer = new SingleZeroPad1DNet.Trainer(new(), new SGD(1));
        float[] y = new float[4], dx = new float[2];
        trainer.Forward([1, 2]);
        trainer.CopyOutput(y);
        trainer.BackwardFrom([1, 2, 3, 4]);
        trainer.CopyInputGradient(dx);
        Assert.Equal([0f, 1, 2, 0], y);
        Assert.Equal([2f, 3], dx);
    }
}
