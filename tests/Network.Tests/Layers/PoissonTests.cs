using StaticNet.Network.Tests.Contract;

namespace StaticNet.Network.Tests.Layers;

[Network(MaxBatch = 5, InputGradient = true), Input(3), Dense(1), Poisson]
public partial class PoissonNet;

[Network(MaxBatch = 2, InputGradient = true), Input(2), LeakyReLU(1), Poisson]
public partial class SinglePoissonNet;

public class PoissonTests() : LayerContract<PoissonNet>(new(Input: 3, Output: 1, Parameters: 4, Flops: 7))
{
    [Fact]
    public void By_hand()
    {
        var net = new SinglePoissonNet();
        var trainer = new SinglePoissonNet.Trainer(net, new SGD(0.5));
        float[] y = [0, MathF.Log(2), -1000, 1], dy = new float[4], prediction = new float[4];
        trainer.Forward(y);
        float loss = trainer.Backward([1, 3, 0, 0]);
        trainer.CopyInputGradient(dy);
        net.Predict(y, prediction);

        // L = Σ(eʸ − t·y)/4, ȳ = (eʸ − t)/4; the rates are eʸ
        Assert.Equal((1 + 2 - 3 * MathF.Log(2) + MathF.E) / 4, loss, 1e-6f);
        Assert.Equal([0, -0.25f, 0, MathF.E / 4], dy, (a, b) => MathF.Abs(a - b) < 1e-6f);
        Assert.Equal([1, 2, 0, MathF.E], prediction, (a, b) => MathF.Abs(a - b) < 1e-6f);
    }
}
