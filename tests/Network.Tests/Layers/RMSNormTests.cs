using StaticNet.Network.Tests.Contract;

namespace StaticNet.Network.Tests.Layers;

[Network(MaxBatch = 6, InputGradient = true), Input(4), Dense(6), RMSNorm, Tanh, Dense(2), MeanSquaredError]
public partial class RMSNormNet;

[Network(MaxBatch = 2, InputGradient = true), Input(2), RMSNorm(Affine = false)]
public partial class SingleRMSNormNet;

// 4·6 + 6 + 6 + 6·2 + 2 parameters; 2·24 + 6 and 2·12 + 2 of Dense, 6 tanh; x²: 6; mean: 6 + 1; 1/√(s + ε): 3; ·, ·γ: 12.
public class RMSNormTests() : LayerContract<RMSNormNet>(new(Input: 4, Output: 2, Parameters: 50, Flops: 114))
{
    [Fact]
    public void By_hand()
    {
        var y = new float[4];
        new SingleRMSNormNet().Predict([1, 7, 0, 0], y);

        // Σx²/f = 25:   y = x/√(25 + ε)
        Assert.All([0.2f, 1.4f, 0, 0], (expected, i) => Assert.Equal(expected, y[i], 1e-6f));
    }
}
