using StaticNet.Network.Tests.Contract;

namespace StaticNet.Network.Tests.Layers;

[Network(MaxBatch = 5, InputGradient = true), Input(3), Dense(5), Mish, Dense(2), MeanSquaredError]
public partial class MishNet;

[Network(MaxBatch = 2, InputGradient = true), Input(4), Mish]
public partial class SingleMishNet;

// 3·5 + 5 + 5·2 + 2 parameters; 2·15 + 5 and 2·10 + 2 of Dense, one for each of 5 elements.
public class MishTests() : LayerContract<MishNet>(new(Input: 3, Output: 2, Parameters: 32, Flops: 62))
{
    [Fact]
    public void By_hand()
    {
        var (y, dx) = Pass.Of<SingleMishNet>([0, MathF.Log(2), 200, -200], [5, 1, 1, 1]);

        // e = 1, 2: m = 3, 8: w = 3/5, 8/10, w′ = 4e(e + 1)/(m + 2)² = 8/25, 24/100:   y = x·w, y′ = w + x·w′
        Assert.Equal([0, 0.8f * MathF.Log(2), 200, 0], y, (a, b) => MathF.Abs(a - b) < 1e-6f);
        Assert.Equal([3, 0.8f + (0.24f * MathF.Log(2)), 1, 0], dx, (a, b) => MathF.Abs(a - b) < 1e-6f);
    }
}
