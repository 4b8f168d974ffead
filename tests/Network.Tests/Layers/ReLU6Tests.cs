using StaticNet.Network.Tests.Contract;

namespace StaticNet.Network.Tests.Layers;

[Network(MaxBatch = 5, InputGradient = true), Input(3), Dense(5), ReLU6, Dense(2), MeanSquaredError]
public partial class ReLU6Net;

[Network(MaxBatch = 2, InputGradient = true), Input(5), ReLU6]
public partial class SingleReLU6Net;

// 3·5 + 5 + 5·2 + 2 parameters; 2·15 + 5 and 2·10 + 2 of Dense, 2 for each of 5 elements.
public class ReLU6Tests() : LayerContract<ReLU6Net>(new(Input: 3, Output: 2, Parameters: 32, Flops: 67))
{
    [Fact]
    public void By_hand()
    {
        var (y, dx) = Pass.Of<SingleReLU6Net>([-1, 0, 2, 6, 7], [3, 3, 3, 3, 3]);

        // at both kinks the slope is 0
        Assert.Equal([0, 0, 2, 6, 6], y, (a, b) => MathF.Abs(a - b) < 1e-6f);
        Assert.Equal([0, 0, 3, 0, 0], dx, (a, b) => MathF.Abs(a - b) < 1e-6f);
    }
}
