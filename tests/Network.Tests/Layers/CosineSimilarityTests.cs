using StaticNet.Network.Tests.Contract;

namespace StaticNet.Network.Tests.Layers;

[Network(MaxBatch = 5, InputGradient = true), Input(3), Dense(2), CosineSimilarity]
public partial class CosineSimilarityNet;

[Network(MaxBatch = 2, InputGradient = true), Input(2), LeakyReLU(1), CosineSimilarity]
public partial class SingleCosineSimilarityNet;

public class CosineSimilarityTests() : LayerContract<CosineSimilarityNet>(new(Input: 3, Output: 2, Parameters: 8, Flops: 14))
{
    [Fact]
    public void By_hand()
    {
        var net = new SingleCosineSimilarityNet();
        var trainer = new SingleCosineSimilarityNet.Trainer(net, new SGD(0.5));
        float[] y = [3, 4, 2, 0], dy = new float[4], prediction = new float[4];
        trainer.Forward(y);
        float loss = trainer.Backward([3, 4, -5, 0]);
        trainer.CopyInputGradient(dy);
        net.Predict(y, prediction);

        // the same direction, and the opposite:   L = (0 + 2)/2; neither can turn
        Assert.Equal(1f, loss, 1e-6f);
        Assert.Equal([0, 0, 0, 0], dy, (a, b) => MathF.Abs(a - b) < 1e-6f);
        Assert.Equal(y, prediction);
    }
}
