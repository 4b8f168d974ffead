using StaticNet.Network.Tests.Contract;

namespace StaticNet.Network.Tests.Layers;

[Network(MaxBatch = 5, InputGradient = true), Input(3), Dense(5), HardSigmoid, Dense(2), MeanSquaredError]
public partial class HardSigmoidNet;

[Network(MaxBatch = 2, InputGradient = true), Input(6), HardSigmoid]
public partial class SingleHardSigmoidNet;

// 3·5 + 5 + 5·2 + 2 parameters; 2·15 + 5 and 2·10 + 2 of Dense, 4 for each of 5 elements.
public class HardSigmoidTests() : LayerContract<HardSigmoidNet>(new(Input: 3, Output: 2, Parameters: 32, Flops: 77))
{
    [Fact]
    public void By_hand()
    {
        var (y, dx) = Pass.Of<SingleHardSigmoidNet>([-4, -3, 0, 1.5f, 3, 4], [6, 6, 6, 6, 6, 6]);

        // y = (x + 3)/6 between −3 and 3; at both the slope is 0
        Assert.Equal([0, 0, 0.5f, 0.75f, 1, 1], y, (a, b) => MathF.Abs(a - b) < 1e-6f);
        Assert.Equal([0, 0, 1, 1, 0, 0], dx, (a, b) => MathF.Abs(a - b) < 1e-6f);
    }
}
