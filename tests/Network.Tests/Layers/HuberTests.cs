using StaticNet.Network.Tests.Contract;

namespace StaticNet.Network.Tests.Layers;

[Network(MaxBatch = 5, InputGradient = true), Input(3), Dense(1), Huber(0.5)]
public partial class HuberNet;

[Network(MaxBatch = 2, InputGradient = true), Input(2), LeakyReLU(1), Huber(0.5)]
public partial class SingleHuberNet;

public class HuberTests() : LayerContract<HuberNet>(new(Input: 3, Output: 1, Parameters: 4, Flops: 7))
{
    [Fact]
    public void By_hand()
    {
        var net = new SingleHuberNet();
        var trainer = new SingleHuberNet.Trainer(net, new SGD(0.5));
        float[] y = [0, 1, 2, 3], dy = new float[4], prediction = new float[4];
        trainer.Forward(y);
        float loss = trainer.Backward([0.25f, 0, 2, 5]);
        trainer.CopyInputGradient(dy);
        net.Predict(y, prediction);

        // d = −¼, 1, 0, −2, δ = ½:   L = (½·¼² + ½·(1 − ¼) + ½·(2 − ¼))/4, ȳ = max(−δ, min(d, δ))/4
        Assert.Equal((1 / 32f + 0.375f + 0.875f) / 4, loss, 1e-6f);
        Assert.Equal([-1 / 16f, 0.125f, 0, -0.125f], dy, (a, b) => MathF.Abs(a - b) < 1e-6f);
        Assert.Equal(y, prediction);
    }
}
