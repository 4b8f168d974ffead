using StaticNet.Network.Tests.Contract;

namespace StaticNet.Network.Tests.Layers;

// The formula holds for any numbers.
#pragma warning disable SN0043
[Network(MaxBatch = 5, InputGradient = true), Input(3), Dense(2), NegativeLogLikelihood(ClassWeights = new double[] { 3, 1 })]
public partial class NegativeLogLikelihoodNet;

[Network(MaxBatch = 2, InputGradient = true), Input(2), LeakyReLU(1), NegativeLogLikelihood(ClassWeights = new double[] { 3, 1 })]
public partial class SingleNegativeLogLikelihoodNet;
#pragma warning restore SN0043

public class NegativeLogLikelihoodTests() : LayerContract<NegativeLogLikelihoodNet>(new(Input: 3, Output: 2, Parameters: 8, Flops: 14))
{
    [Fact]
    public void By_hand()
    {
        var net = new SingleNegativeLogLikelihoodNet();
        var trainer = new SingleNegativeLogLikelihoodNet.Trainer(net, new SGD(0.5));
        float[] y = [MathF.Log(0.25f), MathF.Log(0.75f), -1, -2], dy = new float[4], prediction = new float[4];
        trainer.Forward(y);
        float loss = trainer.Backward([0, 1]);
        trainer.CopyInputGradient(dy);
        net.Predict(y, prediction);

        // weights 3 and 1:   L = (3·log 4 + 1·2)/4, ȳ = −w/4 at the class
        Assert.Equal((3 * MathF.Log(4) + 2) / 4, loss, 1e-6f);
        Assert.Equal([-0.75f, 0, 0, -0.25f], dy, (a, b) => MathF.Abs(a - b) < 1e-6f);
        Assert.Equal([0.25f, 0.75f, MathF.Exp(-1), MathF.Exp(-2)], prediction, (a, b) => MathF.Abs(a - b) < 1e-6f);
    }
}
