using StaticNet.Network.Tests.Contract;

namespace StaticNet.Network.Tests.Layers;

[Network(MaxBatch = 4, InputGradient = true), Input(7, 3), Conv1D(4, 2), MaxPool1D(3, Stride = 2, Padding = 1), Flatten, Dense(3), MeanSquaredError]
public partial class MaxPool1DNet;

[Network(MaxBatch = 1, InputGradient = true), Input(4, 2), MaxPool1D(2, Stride = 1)]
public partial class SingleMaxPool1DNet;

// 4·6 + 4, 3·12 + 3 parameters. 6 places·4·(2·6 + 1), 12·3 of the pool, 3·25 operations.
public class MaxPool1DTests() : LayerContract<MaxPool1DNet>(
    new(Input: 21, Output: 3, Parameters: 67, Flops: 312 + 36 + 75))
{
    [Fact]
    public void By_hand()
    {
        var (y, dx) = Pass.Of<SingleMaxPool1DNet>([1, 8, 5, 7, 5, 9, 0, 2], [1, 10, 100, 1000, 10000, 100000]);

        // Of equal ones the first has the gradient.
        Assert.Equal([5f, 8, 5, 9, 5, 9], y);
        Assert.Equal([0f, 10, 101, 0, 10000, 101000, 0, 0], dx);
    }
}
