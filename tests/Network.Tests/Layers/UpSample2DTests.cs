using StaticNet.Network.Tests.Contract;

namespace StaticNet.Network.Tests.Layers;

[Network(MaxBatch = 3, InputGradient = true), Input(2, 3, 2)]
[Conv2D(3, 1), UpSample2D(2, Mode = Interpolation.Linear), Tanh, UpSample2D(2), Flatten, Dense(2), MeanSquaredError]
public partial class UpSample2DNet;

[Network(MaxBatch = 2, InputGradient = true), Input(1, 2, 1), UpSample2D(2, Mode = Interpolation.Linear)]
public partial class SingleUpSample2DNet;

// 3·2 + 3 + 288·2 + 2 parameters; 18·5, three products and two sums of 36 and of 72 elements, 72, 2·577 operations.
public class UpSample2DTests() : LayerContract<UpSample2DNet>(new(Input: 12, Output: 2, Parameters: 587, Flops: 90 + 180 + 360 + 72 + 1154))
{
    [Fact]
    public void By_hand()
    {
        var trainer = new SingleUpSample2DNet.Trainer(new(), new SGD(1));
        float[] y = new float[8], dx = new float[2];
        trainer.Forward([4, 8]);
        trainer.CopyOutput(y);
        trainer.BackwardFrom([1, 0, 0, 0, 4, 0, 0, 0]);
        trainer.CopyInputGradient(dx);
        Assert.Equal([4f, 4, 5, 5, 7, 7, 8, 8], y);
        Assert.Equal([2f, 3], dx);
    }
}
