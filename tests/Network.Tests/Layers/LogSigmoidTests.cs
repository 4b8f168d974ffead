using StaticNet.Network.Tests.Contract;

namespace StaticNet.Network.Tests.Layers;

[Network(MaxBatch = 5, InputGradient = true), Input(3), Dense(5), LogSigmoid, Dense(2), MeanSquaredError]
public partial class LogSigmoidNet;

[Network(MaxBatch = 2, InputGradient = true), Input(4), LogSigmoid]
public partial class SingleLogSigmoidNet;

// 3·5 + 5 + 5·2 + 2 parameters; 2·15 + 5 and 2·10 + 2 of Dense, 3 for each of 5 elements.
public class LogSigmoidTests() : LayerContract<LogSigmoidNet>(new(Input: 3, Output: 2, Parameters: 32, Flops: 72))
{
    [Fact]
    public void By_hand()
    {
        var (y, dx) = Pass.Of<SingleLogSigmoidNet>([0, -MathF.Log(3), 200, -200], [4, 4, 1, 1]);

        // y = −ln(1 + e⁻ˣ), y′ = 1/(1 + eˣ)
        Assert.Equal([-MathF.Log(2), -MathF.Log(4), 0, -200], y, (a, b) => MathF.Abs(a - b) < 1e-6f);
        Assert.Equal([2, 3, 0, 1], dx, (a, b) => MathF.Abs(a - b) < 1e-6f);
    }
}
