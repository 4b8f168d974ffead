using StaticNet.Network.Tests.Contract;

namespace StaticNet.Network.Tests.Layers;

[Network(MaxBatch = 6, InputGradient = true), Input(4), Dense(6), LayerNorm, Tanh, Dense(2), MeanSquaredError]
public partial class LayerNormNet;

[Network(MaxBatch = 2, InputGradient = true), Input(3), LayerNorm(Affine = false)]
public partial class SingleLayerNormNet;

// 4·6 + 6 + 6 + 6 + 6·2 + 2 parameters; 2·24 + 6 and 2·12 + 2 of Dense, 6 tanh; μ: 6 + 1; x − μ: 6; c²: 6; σ²: 6 + 1; 1/√(σ² + ε): 3; ·, ·γ + β: 18.
public class LayerNormTests() : LayerContract<LayerNormNet>(new(Input: 4, Output: 2, Parameters: 56, Flops: 133))
{
    [Fact]
    public void By_hand()
    {
        var y = new float[6];
        new SingleLayerNormNet().Predict([1, 5, 3, -7, -7, -7], y);

        // μ = 3, σ² = 8/3:   y = (x − μ)/√(σ² + ε); equal features have no deviation.
        float scale = 1 / MathF.Sqrt(8f / 3 + 1e-5f);
        Assert.All([-2 * scale, 2 * scale, 0, 0, 0, 0], (expected, i) => Assert.Equal(expected, y[i], 1e-6f));
    }
}
