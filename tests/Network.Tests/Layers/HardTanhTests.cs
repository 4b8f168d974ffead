using StaticNet.Network.Tests.Contract;

namespace StaticNet.Network.Tests.Layers;

[Network(MaxBatch = 5, InputGradient = true), Input(3), Dense(5), HardTanh(-0.5, 0.75), Dense(2), MeanSquaredError]
public partial class HardTanhNet;

[Network(MaxBatch = 2, InputGradient = true), Input(5), HardTanh(-1, 2)]
public partial class SingleHardTanhNet;

// 3·5 + 5 + 5·2 + 2 parameters; 2·15 + 5 and 2·10 + 2 of Dense, 2 for each of 5 elements.
public class HardTanhTests() : LayerContract<HardTanhNet>(new(Input: 3, Output: 2, Parameters: 32, Flops: 67))
{
    [Fact]
    public void By_hand()
    {
        var (y, dx) = Pass.Of<SingleHardTanhNet>([-3, -1, 0.5f, 2, 3], [4, 4, 4, 4, 4]);

        // at both kinks the slope is 0
        Assert.Equal([-1, -1, 0.5f, 2, 2], y, (a, b) => MathF.Abs(a - b) < 1e-6f);
        Assert.Equal([0, 0, 4, 0, 0], dx, (a, b) => MathF.Abs(a - b) < 1e-6f);
    }
}
