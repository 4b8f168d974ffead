using StaticNet.Network.Tests.Contract;

namespace StaticNet.Network.Tests.Layers;

[Network(MaxBatch = 5, InputGradient = true), Input(3), Dense(1), SquaredHinge]
public partial class SquaredHingeNet;

[Network(MaxBatch = 2, InputGradient = true), Input(2), LeakyReLU(1), SquaredHinge]
public partial class SingleSquaredHingeNet;

public class SquaredHingeTests() : LayerContract<SquaredHingeNet>(new(Input: 3, Output: 1, Parameters: 4, Flops: 7))
{
    [Fact]
    public void By_hand()
    {
        var net = new SingleSquaredHingeNet();
        var trainer = new SingleSquaredHingeNet.Trainer(net, new SGD(0.5));
        float[] y = [0.5f, 2, 0.5f, -3], dy = new float[4], prediction = new float[4];
        trainer.Forward(y);
        float loss = trainer.Backward([1, 1, -1, -1]);
        trainer.CopyInputGradient(dy);
        net.Predict(y, prediction);

        // 1 − t·y = ½, −1, 1½, −2:   L = (½² + 1½²)/4, ȳ = −2·t·(1 − t·y)/4 where that is positive
        Assert.Equal(0.625f, loss, 1e-6f);
        Assert.Equal([-0.25f, 0, 0.75f, 0], dy, (a, b) => MathF.Abs(a - b) < 1e-6f);
        Assert.Equal(y, prediction);
    }
}
