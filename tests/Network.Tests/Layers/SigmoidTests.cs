using StaticNet.Network.Tests.Contract;

namespace StaticNet.Network.Tests.Layers;

[Network(MaxBatch = 5, InputGradient = true), Input(3), Dense(5), Sigmoid, Dense(2), MeanSquaredError]
public partial class SigmoidNet;

[Network(MaxBatch = 2, InputGradient = true), Input(4), Sigmoid]
public partial class SingleSigmoidNet;

// 3·5 + 5 + 5·2 + 2 parameters; 2·15 + 5 + 5 + 2·10 + 2 operations.
public class SigmoidTests() : LayerContract<SigmoidNet>(new(Input: 3, Output: 2, Parameters: 32, Flops: 62))
{
    [Fact]
    public void By_hand()
    {
        var (y, dx) = Pass.Of<SingleSigmoidNet>([0, MathF.Log(3), -200, 200], [8, 16, 1, 1]);

        // σ(ln 3) = 3/4, σ′ = σ·(1 − σ)
        Assert.Equal([0.5f, 0.75f, 0, 1], y, (a, b) => MathF.Abs(a - b) < 1e-6f);
        Assert.Equal([2f, 3, 0, 0], dx, (a, b) => MathF.Abs(a - b) < 1e-5f);
    }
}
