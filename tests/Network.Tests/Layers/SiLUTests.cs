using StaticNet.Network.Tests.Contract;

namespace StaticNet.Network.Tests.Layers;

[Network(MaxBatch = 5, InputGradient = true), Input(3), Dense(5), SiLU, Dense(2), MeanSquaredError]
public partial class SiLUNet;

[Network(MaxBatch = 2, InputGradient = true), Input(3), SiLU]
public partial class SingleSiLUNet;

// 3·5 + 5 + 5·2 + 2 parameters; 2·15 + 5 and 2·10 + 2 of Dense, 2 for each of 5 elements.
public class SiLUTests() : LayerContract<SiLUNet>(new(Input: 3, Output: 2, Parameters: 32, Flops: 67))
{
    [Fact]
    public void By_hand()
    {
        var (y, dx) = Pass.Of<SingleSiLUNet>([0, MathF.Log(3), -200], [4, 16, 1]);

        // σ = ½, ¾, 0:   y = x·σ, y′ = σ + x·σ·(1 − σ)
        Assert.Equal([0, 0.75f * MathF.Log(3), 0], y, (a, b) => MathF.Abs(a - b) < 1e-6f);
        Assert.Equal([2, 12 + 3 * MathF.Log(3), 0], dx, (a, b) => MathF.Abs(a - b) < 1e-6f);
    }
}
