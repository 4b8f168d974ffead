using StaticNet.Network.Tests.Contract;

namespace StaticNet.Network.Tests.Layers;

[Network(MaxBatch = 5, InputGradient = true), Input(3, 7, 6), SeparableConv2D(5, 3, Padding = 1), ReLU]
[SeparableConv2D(4, 2, DepthMultiplier = 2, Stride = 2, Bias = false), Tanh, Flatten, Dense(3), MeanSquaredError]
public partial class SeparableConv2DNet;

[Network(MaxBatch = 2, InputGradient = true), Input(2, 2, 2), SeparableConv2D(1, 2)]
public partial class SingleSeparableConv2DNet;

// 3·9 + 5·3 + 5, 10·4 + 4·10, 3·36 + 3 parameters. 42 places·(3·18 + 5·(2·3 + 1)) + 210, 9·(10·8 + 4·20) + 36, 3·73 operations.
public class SeparableConv2DTests() : LayerContract<SeparableConv2DNet>(
    new(Input: 126, Output: 3, Parameters: 47 + 80 + 111, Flops: 42 * 89 + 210 + 1440 + 36 + 219))
{
    [Fact]
    public void By_hand()
    {
        var net = new SingleSeparableConv2DNet();
        net.SeparableConv1.DepthwiseWeight.CopyFrom([1, 0, 0, 1, 1, 1, 0, 0]);
        net.SeparableConv1.PointwiseWeight.CopyFrom([2, 3]);
        net.SeparableConv1.PointwiseBias[0] = 0.5f;
        var trainer = new SingleSeparableConv2DNet.Trainer(net, new SGD(1));
        float[] y = new float[1], dx = new float[8];
        trainer.Forward([1, 2, 3, 4, 5, 6, 7, 8]);
        trainer.CopyOutput(y);
        trainer.BackwardFrom([1]);
        trainer.CopyInputGradient(dx);

        // 2·(1 + 4) + 3·(5 + 6)
        Assert.Equal([43.5f], y);
        Assert.Equal([2f, 0, 0, 2, 3, 3, 0, 0], dx);
        Assert.Equal([2f, 4, 6, 8, 15, 18, 21, 24], trainer.Gradient(net.SeparableConv1.DepthwiseWeight).ToArray());
        Assert.Equal([5f, 11], trainer.Gradient(net.SeparableConv1.PointwiseWeight).ToArray());
        Assert.Equal([1f], trainer.Gradient(net.SeparableConv1.PointwiseBias).ToArray());
    }
}
