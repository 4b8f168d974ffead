using StaticNet.Network.Tests.Contract;

namespace StaticNet.Network.Tests.Layers;

[Network(MaxBatch = 5, InputGradient = true), Input(2, 3), PReLU, Flatten, Dense(5), PReLU(PerChannel = true), Dense(4), PReLU(PerChannel = true, Slope = -0.5)]
[Dense(2), MeanSquaredError]
public partial class PReLUNet;

[Network(MaxBatch = 2, InputGradient = true), Input(3), PReLU]
public partial class SinglePReLUNet;

[Network(MaxBatch = 2, InputGradient = true), Input(2), PReLU(PerChannel = true)]
public partial class ChannelPReLUNet;

// 1 + 6·5 + 5 + 5 + 5·4 + 4 + 4 + 4·2 + 2 parameters; 2·30 + 5, 2·20 + 4 and 2·8 + 2 of Dense, one for each of 6, 5 and 4 elements.
public class PReLUTests() : LayerContract<PReLUNet>(new(Input: 6, Output: 2, Parameters: 79, Flops: 142))
{
    [Fact]
    public void By_hand()
    {
        var net = new SinglePReLUNet();
        Assert.Equal([0.25f], net.PReLU1.Weight.ToArray());
        var trainer = new SinglePReLUNet.Trainer(net, new SGD(0.5));
        float[] y = new float[6], dx = new float[6];
        trainer.Forward([-4, 0, 2, -8, 3, -1]);
        trainer.CopyOutput(y);
        trainer.BackwardFrom([4, 8, 7, 1, 5, 2]);
        trainer.CopyInputGradient(dx);

        // x̄ = x > 0 ? ȳ : w·ȳ,   w̄ = Σ min(x, 0)·ȳ = −16 − 8 − 2
        Assert.Equal([-1f, 0, 2, -2, 3, -0.25f], y);
        Assert.Equal([1f, 2, 7, 0.25f, 5, 0.5f], dx);
        Assert.Equal([-26f], trainer.Gradient("prelu1.weight").ToArray());
    }

    [Fact]
    public void A_slope_for_each_feature_and_below_zero()
    {
        var net = new ChannelPReLUNet();
        net.PReLU1.Weight.CopyFrom([0.5f, -2]);
        var trainer = new ChannelPReLUNet.Trainer(net, new SGD(0.5));
        float[] y = new float[4], dx = new float[4];
        trainer.Forward([-4, -1, 1, -3]);
        trainer.CopyOutput(y);
        trainer.BackwardFrom([1, 1, 10, 10]);
        trainer.CopyInputGradient(dx);

        // w̄ = (−4 + 0, −1 − 30)
        Assert.Equal([-2f, 2, 1, 6], y);
        Assert.Equal([0.5f, -2, 10, -20], dx);
        Assert.Equal([-4f, -31], trainer.Gradient("prelu1.weight").ToArray());
    }
}
