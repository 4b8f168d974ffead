using StaticNet.Network.Tests.Contract;

namespace StaticNet.Network.Tests.Layers;

[Network(MaxBatch = 5, InputGradient = true), Input(3), Dense(5), GELU, Dense(4), GELU(Approximate = GELUApproximation.Tanh), Dense(2), MeanSquaredError]
public partial class GELUNet;

[Network(MaxBatch = 2, InputGradient = true), Input(4), GELU]
public partial class SingleGELUNet;

[Network(MaxBatch = 2, InputGradient = true), Input(4), GELU(Approximate = GELUApproximation.Tanh)]
public partial class SingleGELUByTanhNet;

// 3·5 + 5 + 5·4 + 4 + 4·2 + 2 parameters; 2·15 + 5, 2·20 + 4 and 2·8 + 2 of Dense, 2 for each of 5 elements, 6 for each of 4.
public class GELUTests() : LayerContract<GELUNet>(new(Input: 3, Output: 2, Parameters: 54, Flops: 131))
{
    [Fact]
    public void By_hand()
    {
        var (y, dx) = Pass.Of<SingleGELUNet>([0, 1, -1, 200], [2, 1, 1, 1]);

        // Φ(1) = 0.8413447, φ(1) = 0.2419707:   y = x·Φ(x), y′ = Φ(x) + x·φ(x)
        Assert.Equal([0, 0.8413447f, -0.1586553f, 200], y, (a, b) => MathF.Abs(a - b) < 1e-6f);
        Assert.Equal([1, 1.0833155f, -0.0833155f, 1], dx, (a, b) => MathF.Abs(a - b) < 1e-6f);
    }

    [Fact]
    public void By_tanh()
    {
        var (y, dx) = Pass.Of<SingleGELUByTanhNet>([0, 1, -1, 200], [2, 1, 1, 1]);

        // u = √(2/π)·1.044715 = 0.8335620, tanh u = 0.6823840, u′ = √(2/π)·1.134145:   y = ½·x·(1 + tanh u), y′ = ½·(1 + tanh u) + ½·x·(1 − tanh² u)·u′
        Assert.Equal([0, 0.8411920f, -0.1588080f, 200], y, (a, b) => MathF.Abs(a - b) < 1e-6f);
        Assert.Equal([1, 1.0829641f, -0.0829641f, 1], dx, (a, b) => MathF.Abs(a - b) < 1e-6f);
    }
}
