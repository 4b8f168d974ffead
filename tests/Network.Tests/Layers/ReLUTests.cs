using StaticNet.Network.Tests.Contract;

namespace StaticNet.Network.Tests.Layers;

[Network(MaxBatch = 5, InputGradient = true), Input(3), Dense(17), ReLU, Dense(2), MeanSquaredError]
public partial class ReLUNet;

[Network(MaxBatch = 2, InputGradient = true), Input(4), ReLU]
public partial class SingleReLUNet;

// 3·17 + 17 + 17·2 + 2 parameters; 2·51 + 17 + 17 + 2·34 + 2 operations.
public class ReLUTests() : LayerContract<ReLUNet>(new(Input: 3, Output: 2, Parameters: 104, Flops: 206))
{
    [Fact]
    public void By_hand()
    {
        var (y, dx) = Pass.Of<SingleReLUNet>([-1, 0, 2, -0f], [5, 6, 7, 8]);
        Assert.Equal([0f, 0, 2, 0], y);
        Assert.Equal([0f, 0, 7, 0], dx);
    }

    [Fact]
    public void What_is_not_a_number_stays_so() => Assert.Equal(
        [float.NaN, 0, float.PositiveInfinity, 0], Pass.Of<SingleReLUNet>([float.NaN, float.NegativeInfinity, float.PositiveInfinity, 0], new float[4]).Output);
}
