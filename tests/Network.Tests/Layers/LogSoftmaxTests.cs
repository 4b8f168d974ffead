using StaticNet.Network.Tests.Contract;

namespace StaticNet.Network.Tests.Layers;

[Network(MaxBatch = 5, InputGradient = true), Input(4), Dense(5), LogSoftmax, Dense(2), MeanSquaredError]
public partial class LogSoftmaxNet;

[Network(MaxBatch = 2, InputGradient = true), Input(2), LogSoftmax]
public partial class SingleLogSoftmaxNet;

// 4·5 + 5 + 5·2 + 2 parameters; 2·20 + 5 and 2·10 + 2 of Dense; maximum, difference, exp, sum, logarithm and difference of each element.
public class LogSoftmaxTests() : LayerContract<LogSoftmaxNet>(new(Input: 4, Output: 2, Parameters: 37, Flops: 97))
{
    [Fact]
    public void By_hand()
    {
        var (y, dx) = Pass.Of<SingleLogSoftmaxNet>([MathF.Log(3), 0, 1000, 0], [4, 8, 1, 1]);

        // softmax = (3/4, 1/4) and (1, 0): y = its logarithm;   x̄ = ȳ − softmax·Σ ȳ
        Assert.Equal([MathF.Log(0.75f), MathF.Log(0.25f), 0, -1000], y, (a, b) => MathF.Abs(a - b) < 1e-6f);
        Assert.Equal([-5f, 5, -1, 1], dx, (a, b) => MathF.Abs(a - b) < 1e-5f);
    }
}
