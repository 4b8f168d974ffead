using StaticNet.Network.Tests.Contract;

namespace StaticNet.Network.Tests.Layers;

[Network(MaxBatch = 5, InputGradient = true), Input(3), Dense(5), LeakyReLU(0.125), Dense(2), MeanSquaredError]
public partial class LeakyReLUNet;

[Network(MaxBatch = 2, InputGradient = true), Input(4), LeakyReLU(0.25)]
public partial class SingleLeakyReLUNet;

// 3·5 + 5 + 5·2 + 2 parameters; 2·15 + 5 + 5 + 2·10 + 2 operations.
public class LeakyReLUTests() : LayerContract<LeakyReLUNet>(new(Input: 3, Output: 2, Parameters: 32, Flops: 62))
{
    [Fact]
    public void By_hand()
    {
        var (y, dx) = Pass.Of<SingleLeakyReLUNet>([-4, 0, 2, float.NaN], [4, 8, 7, 1]);
        Assert.Equal([-1f, 0, 2, float.NaN], y);
        Assert.Equal([1f, 2, 7], dx[..3]);
    }
}
