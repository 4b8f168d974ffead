using StaticNet.Network.Tests.Contract;

namespace StaticNet.Network.Tests.Layers;

[Network(MaxBatch = 6, InputGradient = true), Input(3, 4), TransformerEncoderLayer(2, 5), Flatten, Dense(2), MeanSquaredError]
public partial class TransformerEncoderLayerNet;

[Network(MaxBatch = 2), Input(2, 2), TransformerEncoderLayer(1, 3)]
public partial class SingleTransformerNet;

[Network(MaxBatch = 2), Input(2, 2), TransformerEncoderLayer(1, 3, NormFirst = true)]
public partial class NormFirstTransformerNet;

// Attention 80 parameters and 684 FLOP, as in its own test but for the causal mask; two sums 12, two norms 3·33, 4·5 + 5 and 5·4 + 4 of the dense
// layers with 3·(2·20 + 5), 15 and 3·(2·20 + 4); 2·12 + 2 and 50 of the last.
public class TransformerEncoderLayerTests() : LayerContract<TransformerEncoderLayerNet>(new(Input: 12, Output: 2, Parameters: 171, Flops: 1238))
{
    // Branches that give nothing leave the input, or the input normalised twice.
    [Fact]
    public void By_hand()
    {
        float[] y = new float[4];
        var last = new SingleTransformerNet(seed: 1);
        Silence(last.Parameters);
        last.Predict([3, 1, 5, 9], y);
        Assert.All([1, -1, -1, 1], (e, i) => Assert.Equal(e, y[i], 2e-5f));

        var first = new NormFirstTransformerNet(seed: 1);
        Silence(first.Parameters);
        first.Predict([3, 1, 5, 9], y);
        Assert.Equal([3, 1, 5, 9], y);
    }

    private static void Silence(ParameterStore parameters)
    {
        foreach (string name in new[] { "self_attn.out_proj.weight", "self_attn.out_proj.bias", "linear2.weight", "linear2.bias" })
            parameters[$"transformerencoderlayer1.{name}"].Fill(0);
    }
}
