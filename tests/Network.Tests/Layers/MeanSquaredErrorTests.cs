using StaticNet.Network.Tests.Contract;

namespace StaticNet.Network.Tests.Layers;

[Network(MaxBatch = 5, InputGradient = true), Input(3), Dense(1), MeanSquaredError]
public partial class MeanSquaredErrorNet;

[Network(MaxBatch = 2, InputGradient = true), Input(2, 2), LeakyReLU(1), MeanSquaredError]
public partial class SingleMeanSquaredErrorNet;

public class MeanSquaredErrorTests() : LayerContract<MeanSquaredErrorNet>(new(Input: 3, Output: 1, Parameters: 4, Flops: 7))
{
    [Fact]
    public void By_hand()
    {
        var net = new SingleMeanSquaredErrorNet();
        var trainer = new SingleMeanSquaredErrorNet.Trainer(net, new SGD(0.5));
        float[] dx = new float[8], prediction = new float[8];
        trainer.Forward([1, 2, 3, 4, 5, 6, 7, 8]);
        float loss = trainer.Backward([1, 2, 3, 4, 5, 6, 7, 4]);
        trainer.CopyInputGradient(dx);

        // L = Σ(y − t)²/8, ȳ = 2·(y − t)/8; the output is any shape, and the prediction
        Assert.Equal(2f, loss);
        Assert.Equal([0f, 0, 0, 0, 0, 0, 0, 1], dx);
        net.Predict([1, 2, 3, 4, 5, 6, 7, 8], prediction);
        Assert.Equal([1f, 2, 3, 4, 5, 6, 7, 8], prediction);
    }
}
