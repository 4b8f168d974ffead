using StaticNet.Network.Tests.Contract;

namespace StaticNet.Network.Tests.Layers;

[Network(MaxBatch = 5, InputGradient = true), Input(3), Dense(3), BinaryCrossEntropy]
public partial class BinaryCrossEntropyNet;

[Network(MaxBatch = 4, InputGradient = true), Input(1), LeakyReLU(1), BinaryCrossEntropy]
public partial class SingleBinaryCrossEntropyNet;

public class BinaryCrossEntropyTests() : LayerContract<BinaryCrossEntropyNet>(new(Input: 3, Output: 3, Parameters: 12, Flops: 21))
{
    [Fact]
    public void By_hand()
    {
        var net = new SingleBinaryCrossEntropyNet();
        var trainer = new SingleBinaryCrossEntropyNet.Trainer(net, new SGD(0.5));
        float[] z = [0, MathF.Log(3), 100, -100], dx = new float[4], prediction = new float[4];
        trainer.Forward(z);
        float loss = trainer.Backward([1, 0, 1, 1]);
        trainer.CopyInputGradient(dx);
        net.Predict(z, prediction);

        // L = (ln 2 + ln 4 + 0 + 100)/4, z̄ = (σ(z) − t)/4; the prediction is σ(z)
        Assert.Equal((3 * MathF.Log(2) + 100) / 4, loss, 1e-5f);
        Assert.Equal([-0.125f, 0.1875f, 0, -0.25f], dx, (a, b) => MathF.Abs(a - b) < 1e-6f);
        Assert.Equal([0.5f, 0.75f, 1, 0], prediction, (a, b) => MathF.Abs(a - b) < 1e-6f);
        net.Forward(z, prediction);
        Assert.Equal(z, prediction);
    }
}
