using StaticNet.Network.Tests.Contract;

namespace StaticNet.Network.Tests.Layers;

[Network(MaxBatch = 3, InputGradient = true), Input(4, 3)]
[Conv1D(5, 2), UpSample1D(3, Mode = Interpolation.Linear, AlignCorners = true), Tanh, UpSample1D(2), Flatten, Dense(2), MeanSquaredError]
public partial class UpSample1DNet;

[Network(MaxBatch = 2, InputGradient = true), Input(3, 1), UpSample1D(3, Mode = Interpolation.Linear, AlignCorners = true)]
public partial class SingleUpSample1DNet;

// 5·6 + 5 + 90·2 + 2 parameters; 15·13, three products and two sums of 45 elements, 45, 2·181 operations.
public class UpSample1DTests() : LayerContract<UpSample1DNet>(new(Input: 12, Output: 2, Parameters: 217, Flops: 195 + 225 + 45 + 362))
{
    [Fact]
    public void By_hand()
    {
        var trainer = new SingleUpSample1DNet.Trainer(new(), new SGD(1));
        float[] y = new float[9], dx = new float[3];
        trainer.Forward([0, 4, 12]);
        trainer.CopyOutput(y);
        trainer.BackwardFrom([0, 1, 0, 0, 0, 4, 0, 0, 0]);
        trainer.CopyInputGradient(dx);
        Assert.Equal([0f, 1, 2, 3, 4, 6, 8, 10, 12], y);
        Assert.Equal([0.75f, 3.25f, 1], dx);
    }
}
