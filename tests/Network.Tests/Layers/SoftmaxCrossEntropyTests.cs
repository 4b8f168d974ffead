using StaticNet.Network.Tests.Contract;

namespace StaticNet.Network.Tests.Layers;

[Network(MaxBatch = 5, InputGradient = true), Input(3), Dense(4), SoftmaxCrossEntropy]
public partial class SoftmaxCrossEntropyNet;

[Network(MaxBatch = 2, InputGradient = true), Input(2), LeakyReLU(1), SoftmaxCrossEntropy]
public partial class SingleSoftmaxCrossEntropyNet;

public class SoftmaxCrossEntropyTests() : LayerContract<SoftmaxCrossEntropyNet>(new(Input: 3, Output: 4, Parameters: 16, Flops: 28))
{
    [Fact]
    public void By_hand()
    {
        var net = new SingleSoftmaxCrossEntropyNet();
        var trainer = new SingleSoftmaxCrossEntropyNet.Trainer(net, new SGD(0.5));
        float[] z = [MathF.Log(3), 0, 1000, 0], dx = new float[4], prediction = new float[4];
        trainer.Forward(z);
        float loss = trainer.Backward([0, 1]);
        trainer.CopyInputGradient(dx);
        net.Predict(z, prediction);

        // softmax = (3/4, 1/4) and (1, 0):   L = (ln 4/3 + 1000)/2, z̄ = (softmax − [class])/2
        Assert.Equal((MathF.Log(4f / 3) + 1000) / 2, loss, 1e-4f);
        Assert.Equal([-0.125f, 0.125f, 0.5f, -0.5f], dx, (a, b) => MathF.Abs(a - b) < 1e-6f);
        Assert.Equal([0.75f, 0.25f, 1, 0], prediction, (a, b) => MathF.Abs(a - b) < 1e-6f);
        net.Forward(z, prediction);
        Assert.Equal(z, prediction);
    }
}
