using StaticNet.Network.Tests.Contract;

namespace StaticNet.Network.Tests.Layers;

[Network(MaxBatch = 5, InputGradient = true), Input(3), Dense(5), Softplus(Beta = 2), Dense(4), Softplus, Dense(2), MeanSquaredError]
public partial class SoftplusNet;

[Network(MaxBatch = 2, InputGradient = true), Input(4), Softplus(Beta = 2, Threshold = 3)]
public partial class SingleSoftplusNet;

[Network(MaxBatch = 2, InputGradient = true), Input(4), Softplus]
public partial class PlainSoftplusNet;

// 3·5 + 5 + 5·4 + 4 + 4·2 + 2 parameters; 2·15 + 5, 2·20 + 4 and 2·8 + 2 of Dense, 3 for each of 5 elements, one for each of 4.
public class SoftplusTests() : LayerContract<SoftplusNet>(new(Input: 3, Output: 2, Parameters: 54, Flops: 116))
{
    [Fact]
    public void By_hand()
    {
        float half = MathF.Log(3) / 2;
        var (y, dx) = Pass.Of<SingleSoftplusNet>([0, half, 1.5f, 2], [2, 4, 1, 1]);

        // e^2x = 1, 3, e³, e⁴:   y = ln(1 + e^2x)/2, y′ = e^2x/(1 + e^2x);   above 2x = 3 the line
        float third = MathF.Log(1 + MathF.Exp(3)) / 2;
        Assert.Equal([MathF.Log(2) / 2, MathF.Log(4) / 2, third, 2], y, (a, b) => MathF.Abs(a - b) < 1e-6f);
        Assert.Equal([1, 3, 1 / (1 + MathF.Exp(-3)), 1], dx, (a, b) => MathF.Abs(a - b) < 1e-6f);
    }

    [Fact]
    public void Does_not_overflow()
    {
        var (y, dx) = Pass.Of<PlainSoftplusNet>([200, 3e38f, -200, 0], [1, 1, 1, 2]);
        Assert.Equal([200, 3e38f, 0, MathF.Log(2)], y);
        Assert.Equal([1f, 1, 0, 1], dx);
    }
}
