using StaticNet.Network.Tests.Contract;

namespace StaticNet.Network.Tests.Layers;

[Network(MaxBatch = 6, InputGradient = true), Input(3, 4), PositionalEmbedding, Tanh, Flatten, Dense(2), MeanSquaredError]
public partial class PositionalEmbeddingNet;

[Network(MaxBatch = 2, InputGradient = true), Input(2, 2), PositionalEmbedding]
public partial class SinglePositionalEmbeddingNet;

// 3·4 and 2·12 + 2 parameters; 12 sums, 12 tanh, 2·24 + 2.
public class PositionalEmbeddingTests() : LayerContract<PositionalEmbeddingNet>(new(Input: 12, Output: 2, Parameters: 38, Flops: 74))
{
    [Fact]
    public void By_hand()
    {
        var net = new SinglePositionalEmbeddingNet();
        net.PositionalEmbedding1.Weight.CopyFrom([1, 2, 3, 4]);
        float[] y = new float[8];
        net.Predict([0, 0, 10, 20, 5, 5, 5, 5], y);
        Assert.Equal([1, 2, 13, 24, 6, 7, 8, 9], y);

        // w̄ = Σ ȳ over the samples.
        var trainer = new SinglePositionalEmbeddingNet.Trainer(net, new SGD(1));
        trainer.Forward([0, 0, 10, 20, 5, 5, 5, 5]);
        trainer.BackwardFrom([1, 2, 3, 4, 5, 6, 7, 8]);
        Assert.Equal([6, 8, 10, 12], trainer.Gradient("positionalembedding1.weight").ToArray());
    }
}
