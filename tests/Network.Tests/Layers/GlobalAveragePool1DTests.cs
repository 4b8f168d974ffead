using StaticNet.Network.Tests.Contract;

namespace StaticNet.Network.Tests.Layers;

[Network(MaxBatch = 4, InputGradient = true), Input(5, 2), Conv1D(18, 2), ReLU, GlobalAveragePool1D, Dense(3), SoftmaxCrossEntropy]
public partial class GlobalAveragePool1DNet;

[Network(MaxBatch = 1, InputGradient = true), Input(2, 2), GlobalAveragePool1D]
public partial class SingleGlobalAveragePool1DNet;

// 4 places·18·(2·4 + 1), 72 of the activation, 72 + 18, 3·37 operations.
public class GlobalAveragePool1DTests() : LayerContract<GlobalAveragePool1DNet>(
    new(Input: 10, Output: 3, Parameters: 90 + 57, Flops: 648 + 72 + 90 + 111))
{
    [Fact]
    public void By_hand()
    {
        var (y, dx) = Pass.Of<SingleGlobalAveragePool1DNet>([1, 30, 2, 50], [4, 8]);
        Assert.Equal([1.5f, 40], y);
        Assert.Equal([2f, 4, 2, 4], dx);
    }
}
