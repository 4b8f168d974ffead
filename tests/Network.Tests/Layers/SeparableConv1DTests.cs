using StaticNet.Network.Tests.Contract;

namespace StaticNet.Network.Tests.Layers;

[Network(MaxBatch = 5, InputGradient = true), Input(9, 3), SeparableConv1D(5, 3, DepthMultiplier = 2, Padding = 1), ReLU]
[SeparableConv1D(4, 2, Stride = 2, PaddingMode = PaddingMode.Causal, Bias = false), Tanh, Flatten, Dense(3), MeanSquaredError]
public partial class SeparableConv1DNet;

[Network(MaxBatch = 2, InputGradient = true), Input(3, 1), SeparableConv1D(1, 2, DepthMultiplier = 2)]
public partial class SingleSeparableConv1DNet;

// 6·3 + 5·6 + 5, 5·2 + 4·5, 3·20 + 3 parameters. 9 places·(6·6 + 5·(2·6 + 1)) + 45, 5·(5·4 + 4·10) + 20, 3·41 operations.
public class SeparableConv1DTests() : LayerContract<SeparableConv1DNet>(
    new(Input: 27, Output: 3, Parameters: 53 + 30 + 63, Flops: 909 + 45 + 300 + 20 + 123))
{
    [Fact]
    public void By_hand()
    {
        var net = new SingleSeparableConv1DNet();
        net.SeparableConv1.DepthwiseWeight.CopyFrom([10, 1, 1, 1]);
        net.SeparableConv1.PointwiseWeight.CopyFrom([1, 100]);
        net.SeparableConv1.PointwiseBias[0] = 0.5f;
        var trainer = new SingleSeparableConv1DNet.Trainer(net, new SGD(1));
        float[] y = new float[2], dx = new float[3];
        trainer.Forward([1, 2, 3]);
        trainer.CopyOutput(y);
        trainer.BackwardFrom([1, 2]);
        trainer.CopyInputGradient(dx);

        // The windows of the one channel give 12, 23 and 3, 5; together they are 110, 101.
        Assert.Equal([312.5f, 523.5f], y);
        Assert.Equal([110f, 321, 202], dx);
        Assert.Equal([5f, 8, 500, 800], trainer.Gradient(net.SeparableConv1.DepthwiseWeight).ToArray());
        Assert.Equal([58f, 13], trainer.Gradient(net.SeparableConv1.PointwiseWeight).ToArray());
        Assert.Equal([3f], trainer.Gradient(net.SeparableConv1.PointwiseBias).ToArray());
    }
}
