using StaticNet.Network.Tests.Contract;

namespace StaticNet.Network.Tests.Layers;

[Network(MaxBatch = 5, InputGradient = true), Input(3), Dense(5), ELU(0.5), Dense(2), MeanSquaredError]
public partial class ELUNet;

[Network(MaxBatch = 2, InputGradient = true), Input(3), ELU(0.5)]
public partial class SingleELUNet;

// 3·5 + 5 + 5·2 + 2 parameters; 2·15 + 5 and 2·10 + 2 of Dense, one for each of 5 elements.
public class ELUTests() : LayerContract<ELUNet>(new(Input: 3, Output: 2, Parameters: 32, Flops: 62))
{
    [Fact]
    public void By_hand()
    {
        var (y, dx) = Pass.Of<SingleELUNet>([-MathF.Log(2), 0, 2], [8, 8, 8]);

        // e^x − 1 = −½:   y = −½·α, y′ = ½·α;   at 0 the slope is α, above it 1
        Assert.Equal([-0.25f, 0, 2], y, (a, b) => MathF.Abs(a - b) < 1e-6f);
        Assert.Equal([2, 4, 8], dx, (a, b) => MathF.Abs(a - b) < 1e-6f);
    }
}
