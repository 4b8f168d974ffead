using StaticNet.Network.Tests.Contract;

namespace StaticNet.Network.Tests.Layers;

[Network(MaxBatch = 5, InputGradient = true), Input(4), Dense(5), Softmax, Dense(2), MeanSquaredError]
public partial class SoftmaxNet;

[Network(MaxBatch = 2, InputGradient = true), Input(2), Softmax]
public partial class SingleSoftmaxNet;

// 4·5 + 5 + 5·2 + 2 parameters; 2·20 + 5 and 2·10 + 2 of Dense; maximum, difference, exp, sum and quotient of each element.
public class SoftmaxTests() : LayerContract<SoftmaxNet>(new(Input: 4, Output: 2, Parameters: 37, Flops: 92))
{
    [Fact]
    public void By_hand()
    {
        var (y, dx) = Pass.Of<SingleSoftmaxNet>([MathF.Log(3), 0, 1000, 0], [4, 8, 1, 1]);

        // e^x = 3, 1: y = 3/4, 1/4;   x̄ = y·(ȳ − Σ ȳ·y) with Σ = 5
        Assert.Equal([0.75f, 0.25f, 1, 0], y, (a, b) => MathF.Abs(a - b) < 1e-6f);
        Assert.Equal([-0.75f, 0.75f, 0, 0], dx, (a, b) => MathF.Abs(a - b) < 1e-5f);
    }
}
