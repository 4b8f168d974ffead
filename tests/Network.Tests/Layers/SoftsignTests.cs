using StaticNet.Network.Tests.Contract;

namespace StaticNet.Network.Tests.Layers;

[Network(MaxBatch = 5, InputGradient = true), Input(3), Dense(5), Softsign, Dense(2), MeanSquaredError]
public partial class SoftsignNet;

[Network(MaxBatch = 2, InputGradient = true), Input(3), Softsign]
public partial class SingleSoftsignNet;

// 3·5 + 5 + 5·2 + 2 parameters; 2·15 + 5 and 2·10 + 2 of Dense, one for each of 5 elements.
public class SoftsignTests() : LayerContract<SoftsignNet>(new(Input: 3, Output: 2, Parameters: 32, Flops: 62))
{
    [Fact]
    public void By_hand()
    {
        var (y, dx) = Pass.Of<SingleSoftsignNet>([-3, 0, 1], [16, 2, 4]);

        // y = x/(1 + |x|), y′ = 1/(1 + |x|)²
        Assert.Equal([-0.75f, 0, 0.5f], y, (a, b) => MathF.Abs(a - b) < 1e-6f);
        Assert.Equal([1, 2, 1], dx, (a, b) => MathF.Abs(a - b) < 1e-6f);
    }
}
