using StaticNet.Network.Tests.Contract;

namespace StaticNet.Network.Tests.Layers;

[Network(MaxBatch = 5, InputGradient = true), Input(3), Dense(1), Hinge]
public partial class HingeNet;

[Network(MaxBatch = 2, InputGradient = true), Input(2), LeakyReLU(1), Hinge]
public partial class SingleHingeNet;

public class HingeTests() : LayerContract<HingeNet>(new(Input: 3, Output: 1, Parameters: 4, Flops: 7))
{
    [Fact]
    public void By_hand()
    {
        var net = new SingleHingeNet();
        var trainer = new SingleHingeNet.Trainer(net, new SGD(0.5));
        float[] y = [0.5f, 2, 0.5f, -3], dy = new float[4], prediction = new float[4];
        trainer.Forward(y);
        float loss = trainer.Backward([1, 1, -1, -1]);
        trainer.CopyInputGradient(dy);
        net.Predict(y, prediction);

        // 1 − t·y = ½, −1, 1½, −2:   L = (½ + 1½)/4, ȳ = −t/4 where that is positive
        Assert.Equal(0.5f, loss, 1e-6f);
        Assert.Equal([-0.25f, 0, 0.25f, 0], dy, (a, b) => MathF.Abs(a - b) < 1e-6f);
        Assert.Equal(y, prediction);
    }
}
