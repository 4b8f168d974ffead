using StaticNet.Network.Tests.Contract;

namespace StaticNet.Network.Tests.Layers;

[Network(MaxBatch = 5, InputGradient = true), Input(3), Dense(1), LogCosh]
public partial class LogCoshNet;

[Network(MaxBatch = 2, InputGradient = true), Input(2), LeakyReLU(1), LogCosh]
public partial class SingleLogCoshNet;

public class LogCoshTests() : LayerContract<LogCoshNet>(new(Input: 3, Output: 1, Parameters: 4, Flops: 7))
{
    [Fact]
    public void By_hand()
    {
        var net = new SingleLogCoshNet();
        var trainer = new SingleLogCoshNet.Trainer(net, new SGD(0.5));
        float[] y = [0, 1, 300, 2], dy = new float[4], prediction = new float[4];
        trainer.Forward(y);
        float loss = trainer.Backward([0, 0, 0, 2]);
        trainer.CopyInputGradient(dy);
        net.Predict(y, prediction);

        // d = 0, 1, 300, 0:   L = (log cosh 1 + 300 − log 2)/4, ȳ = tanh d/4
        Assert.Equal((MathF.Log(MathF.Cosh(1)) + 300 - MathF.Log(2)) / 4, loss, 1e-5f);
        Assert.Equal([0, MathF.Tanh(1) / 4, 0.25f, 0], dy, (a, b) => MathF.Abs(a - b) < 1e-5f);
        Assert.Equal(y, prediction);
    }
}
