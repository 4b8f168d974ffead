using StaticNet.Network.Tests.Contract;

namespace StaticNet.Network.Tests.Layers;

[Network(MaxBatch = 4, InputGradient = true), Input(5, 2), Conv1D(18, 2), GlobalMaxPool1D, Dense(3), SoftmaxCrossEntropy]
public partial class GlobalMaxPool1DNet;

[Network(MaxBatch = 1, InputGradient = true), Input(3, 2), GlobalMaxPool1D]
public partial class SingleGlobalMaxPool1DNet;

// 4 places·18·(2·4 + 1), 4·18, 3·37 operations.
public class GlobalMaxPool1DTests() : LayerContract<GlobalMaxPool1DNet>(
    new(Input: 10, Output: 3, Parameters: 90 + 57, Flops: 648 + 72 + 111))
{
    [Fact]
    public void By_hand()
    {
        var (y, dx) = Pass.Of<SingleGlobalMaxPool1DNet>([1, 30, 2, 50, 2, 40], [4, 8]);

        // Of equal ones the first has the gradient.
        Assert.Equal([2f, 50], y);
        Assert.Equal([0f, 0, 4, 8, 0, 0], dx);
    }
}
