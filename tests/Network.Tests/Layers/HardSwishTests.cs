using StaticNet.Network.Tests.Contract;

namespace StaticNet.Network.Tests.Layers;

[Network(MaxBatch = 5, InputGradient = true), Input(3), Dense(5), HardSwish, Dense(2), MeanSquaredError]
public partial class HardSwishNet;

[Network(MaxBatch = 2, InputGradient = true), Input(7), HardSwish]
public partial class SingleHardSwishNet;

// 3·5 + 5 + 5·2 + 2 parameters; 2·15 + 5 and 2·10 + 2 of Dense, 5 for each of 5 elements.
public class HardSwishTests() : LayerContract<HardSwishNet>(new(Input: 3, Output: 2, Parameters: 32, Flops: 82))
{
    [Fact]
    public void By_hand()
    {
        var (y, dx) = Pass.Of<SingleHardSwishNet>([-4, -3, -1, 0, 1, 3, 4], [6, 6, 6, 6, 6, 6, 6]);

        // y = x·(x + 3)/6, y′ = x/3 + ½ between −3 and 3; at −3 the slope is 0, at 3 it is 1
        Assert.Equal([0, 0, -1f / 3, 0, 2f / 3, 3, 4], y, (a, b) => MathF.Abs(a - b) < 2e-6f);
        Assert.Equal([0, 0, 1, 3, 5, 6, 6], dx, (a, b) => MathF.Abs(a - b) < 2e-6f);
    }
}
