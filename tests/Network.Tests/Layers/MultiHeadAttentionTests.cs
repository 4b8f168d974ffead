using StaticNet.Network.Tests.Contract;

namespace StaticNet.Network.Tests.Layers;

[Network(MaxBatch = 6, InputGradient = true), Input(3, 4), MultiHeadAttention(2, Causal = true, Dropout = 0.25), Flatten, Dense(2), MeanSquaredError]
public partial class MultiHeadAttentionNet;

[Network(MaxBatch = 2), Input(2, 1), MultiHeadAttention(1)]
public partial class SingleAttentionNet;

[Network(MaxBatch = 2), Input(2, 1), MultiHeadAttention(1, Causal = true)]
public partial class CausalAttentionNet;

[Network(MaxBatch = 2), Input(2, Name = "seen"), Input(2, 1, Name = "x"), MultiHeadAttention(1, Mask = "seen")]
public partial class MaskedAttentionNet;

// 12·4 + 12 + 4·4 + 4 and 2·12 + 2 parameters; projection 3·(2·48 + 12), scores 18·(2·2 + 1), causal 18, softmax 18·(1 + 2 + 1 + 1), values 12·2·3,
// projection 3·(2·16 + 4), 2·24 + 2.
public class MultiHeadAttentionTests() : LayerContract<MultiHeadAttentionNet>(new(Input: 12, Output: 2, Parameters: 106, Flops: 752))
{
    private const float Ln2 = 0.6931472f;

    // With q = k = v = x: y_t = Σ e^(x_t·x_s)·x_s / Σ e^(x_t·x_s).
    [Fact]
    public void By_hand()
    {
        float[] y = new float[2];
        float own = Ln2 / (1 + MathF.Exp(-Ln2 * Ln2));
        var net = new SingleAttentionNet();
        Identity(net.Parameters, "multiheadattention1");
        net.Predict([0, Ln2], y);
        Agree([Ln2 / 2, own], y);

        var causal = new CausalAttentionNet();
        Identity(causal.Parameters, "multiheadattention1");
        causal.Predict([0, Ln2], y);
        Agree([0, own], y);

        // Who may read nobody reads all alike.
        var masked = new MaskedAttentionNet();
        Identity(masked.Parameters, "multiheadattention1");
        masked.Predict([0, 1], [0, Ln2], y);
        Agree([Ln2, Ln2], y);
        masked.Predict([0, 0], [0, Ln2], y);
        Agree([Ln2 / 2, Ln2 / 2], y);
    }

    private static void Identity(ParameterStore parameters, string layer)
    {
        parameters[$"{layer}.in_proj_weight"].Fill(1);
        parameters[$"{layer}.out_proj.weight"].Fill(1);
    }

    private static void Agree(float[] expected, float[] actual) => Assert.All(expected, (e, i) => Assert.Equal(e, actual[i], 1e-6f));
}

// Of one step the only score is 1, so the forward pass needs nothing of the first layer, and the backward pass alone reads what it has dropped.
[Network(MaxBatch = 2, InputGradient = true), Input(1, 4, Name = "x")]
[MultiHeadAttention(2, Dropout = 0.25), MultiHeadAttention(2, Memory = "x"), Flatten, Dense(2), MeanSquaredError]
public partial class AttentionOfOneStepNet;

public class AttentionOfOneStepTests() : LayerContract<AttentionOfOneStepNet>(new(Input: 4, Output: 2, Parameters: 170, Flops: 362));
