using StaticNet.Network.Tests.Contract;

namespace StaticNet.Network.Tests.Layers;

[Network(MaxBatch = 5, InputGradient = true), Input(3), Dense(5), Tanh, Dense(2), MeanSquaredError]
public partial class TanhNet;

[Network(MaxBatch = 2, InputGradient = true), Input(4), Tanh]
public partial class SingleTanhNet;

// 3·5 + 5 + 5·2 + 2 parameters; 2·15 + 5 + 5 + 2·10 + 2 operations.
public class TanhTests() : LayerContract<TanhNet>(new(Input: 3, Output: 2, Parameters: 32, Flops: 62))
{
    [Fact]
    public void By_hand()
    {
        var (y, dx) = Pass.Of<SingleTanhNet>([0, MathF.Log(2), -50, 50], [8, 25, 1, 1]);

        // tanh(ln 2) = (2 − ½)/(2 + ½) = 3/5, tanh′ = 1 − tanh²
        Assert.Equal([0f, 0.6f, -1, 1], y, (a, b) => MathF.Abs(a - b) < 1e-6f);
        Assert.Equal([8f, 16, 0, 0], dx, (a, b) => MathF.Abs(a - b) < 1e-5f);
    }
}
