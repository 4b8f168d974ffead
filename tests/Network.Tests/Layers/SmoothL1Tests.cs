using StaticNet.Network.Tests.Contract;

namespace StaticNet.Network.Tests.Layers;

[Network(MaxBatch = 5, InputGradient = true), Input(3), Dense(1), SmoothL1(0.5)]
public partial class SmoothL1Net;

[Network(MaxBatch = 2, InputGradient = true), Input(2), LeakyReLU(1), SmoothL1(0.5)]
public partial class SingleSmoothL1Net;

public class SmoothL1Tests() : LayerContract<SmoothL1Net>(new(Input: 3, Output: 1, Parameters: 4, Flops: 7))
{
    [Fact]
    public void By_hand()
    {
        var net = new SingleSmoothL1Net();
        var trainer = new SingleSmoothL1Net.Trainer(net, new SGD(0.5));
        float[] y = [0, 1, 2, 3], dy = new float[4], prediction = new float[4];
        trainer.Forward(y);
        float loss = trainer.Backward([0.25f, 0, 2, 5]);
        trainer.CopyInputGradient(dy);
        net.Predict(y, prediction);

        // d = −¼, 1, 0, −2, β = ½:   L = (½·¼²/β + (1 − ¼) + (2 − ¼))/4, ȳ = max(−1, min(d/β, 1))/4
        Assert.Equal((1 / 16f + 0.75f + 1.75f) / 4, loss, 1e-6f);
        Assert.Equal([-0.125f, 0.25f, 0, -0.25f], dy, (a, b) => MathF.Abs(a - b) < 1e-6f);
        Assert.Equal(y, prediction);
    }
}
