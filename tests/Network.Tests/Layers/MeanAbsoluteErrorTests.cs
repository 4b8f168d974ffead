using StaticNet.Network.Tests.Contract;

namespace StaticNet.Network.Tests.Layers;

[Network(MaxBatch = 5, InputGradient = true), Input(3), Dense(1), MeanAbsoluteError]
public partial class MeanAbsoluteErrorNet;

[Network(MaxBatch = 2, InputGradient = true), Input(2), LeakyReLU(1), MeanAbsoluteError]
public partial class SingleMeanAbsoluteErrorNet;

public class MeanAbsoluteErrorTests() : LayerContract<MeanAbsoluteErrorNet>(new(Input: 3, Output: 1, Parameters: 4, Flops: 7))
{
    [Fact]
    public void By_hand()
    {
        var net = new SingleMeanAbsoluteErrorNet();
        var trainer = new SingleMeanAbsoluteErrorNet.Trainer(net, new SGD(0.5));
        float[] y = [1, 2, 3, 4], dy = new float[4], prediction = new float[4];
        trainer.Forward(y);
        float loss = trainer.Backward([2, 2, 1, 4]);
        trainer.CopyInputGradient(dy);
        net.Predict(y, prediction);

        // d = −1, 0, 2, 0:   L = Σ|d|/4, ȳ = sign d/4
        Assert.Equal(0.75f, loss, 1e-6f);
        Assert.Equal([-0.25f, 0, 0.25f, 0], dy, (a, b) => MathF.Abs(a - b) < 1e-6f);
        Assert.Equal(y, prediction);
    }
}
