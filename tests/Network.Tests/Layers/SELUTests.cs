using StaticNet.Network.Tests.Contract;

namespace StaticNet.Network.Tests.Layers;

[Network(MaxBatch = 5, InputGradient = true), Input(3), Dense(5), SELU, Dense(2), MeanSquaredError]
public partial class SELUNet;

[Network(MaxBatch = 2, InputGradient = true), Input(3), SELU]
public partial class SingleSELUNet;

// 3·5 + 5 + 5·2 + 2 parameters; 2·15 + 5 and 2·10 + 2 of Dense, 2 for each of 5 elements.
public class SELUTests() : LayerContract<SELUNet>(new(Input: 3, Output: 2, Parameters: 32, Flops: 67))
{
    [Fact]
    public void By_hand()
    {
        var (y, dx) = Pass.Of<SingleSELUNet>([-MathF.Log(2), 0, 2], [1, 1, 1]);

        // λ·α = 1.7581:   y = −½·λ·α, y′ = ½·λ·α;   at 0 the slope is λ·α, above it λ
        Assert.Equal([-0.8790497f, 0, 2.1014020f], y, (a, b) => MathF.Abs(a - b) < 1e-6f);
        Assert.Equal([0.8790497f, 1.7580993f, 1.0507010f], dx, (a, b) => MathF.Abs(a - b) < 1e-6f);
    }
}
