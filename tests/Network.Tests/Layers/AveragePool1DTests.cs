using StaticNet.Network.Tests.Contract;

namespace StaticNet.Network.Tests.Layers;

[Network(MaxBatch = 4, InputGradient = true), Input(7, 3), Conv1D(4, 2), AveragePool1D(3, Stride = 2, Padding = 1), Flatten, Dense(3), MeanSquaredError]
public partial class AveragePool1DNet;

[Network(MaxBatch = 1, InputGradient = true), Input(4, 2), AveragePool1D(2)]
public partial class SingleAveragePool1DNet;

// 4·6 + 4, 3·12 + 3 parameters. 6 places·4·(2·6 + 1), 12·3 of the pool, 3·25 operations.
public class AveragePool1DTests() : LayerContract<AveragePool1DNet>(
    new(Input: 21, Output: 3, Parameters: 67, Flops: 312 + 36 + 75))
{
    [Fact]
    public void By_hand()
    {
        var (y, dx) = Pass.Of<SingleAveragePool1DNet>([1, 8, 5, 6, 5, 9, 0, 2], [2, 4, 6, 8]);
        Assert.Equal([3f, 7, 2.5f, 5.5f], y);
        Assert.Equal([1f, 2, 1, 2, 3, 4, 3, 4], dx);
    }
}
