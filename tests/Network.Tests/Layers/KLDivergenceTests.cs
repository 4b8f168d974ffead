using StaticNet.Network.Tests.Contract;

namespace StaticNet.Network.Tests.Layers;

[Network(MaxBatch = 5, InputGradient = true), Input(3), Dense(2), KLDivergence]
public partial class KLDivergenceNet;

[Network(MaxBatch = 2, InputGradient = true), Input(2), LeakyReLU(1), KLDivergence]
public partial class SingleKLDivergenceNet;

public class KLDivergenceTests() : LayerContract<KLDivergenceNet>(new(Input: 3, Output: 2, Parameters: 8, Flops: 14))
{
    [Fact]
    public void By_hand()
    {
        var net = new SingleKLDivergenceNet();
        var trainer = new SingleKLDivergenceNet.Trainer(net, new SGD(0.5));
        float[] y = [MathF.Log(3), 0, 1000, 0], dy = new float[4], prediction = new float[4];
        trainer.Forward(y);
        float loss = trainer.Backward([0.5f, 0.5f, 0, 1]);
        trainer.CopyInputGradient(dy);
        net.Predict(y, prediction);

        // softmax = (¾, ¼) and (1, 0):   L = (½·log(½/¾) + ½·log(½/¼) + 1000)/2, z̄ = (softmax − t)/2
        Assert.Equal((0.5f * MathF.Log(2f / 3) + 0.5f * MathF.Log(2) + 1000) / 2, loss, 1e-4f);
        Assert.Equal([0.125f, -0.125f, 0.5f, -0.5f], dy, (a, b) => MathF.Abs(a - b) < 1e-4f);
        Assert.Equal([0.75f, 0.25f, 1, 0], prediction, (a, b) => MathF.Abs(a - b) < 1e-6f);
    }
}
