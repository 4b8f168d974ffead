using StaticNet.Network.Tests.Contract;

namespace StaticNet.Network.Tests.Layers;

[Network(MaxBatch = 4, InputGradient = true), Input(7, 2), Tanh, AdaptiveAveragePool1D(3), Flatten, Dense(3), MeanSquaredError]
public partial class AdaptiveAveragePool1DNet;

[Network(MaxBatch = 1, InputGradient = true), Input(3, 2), AdaptiveAveragePool1D(2)]
public partial class SingleAdaptiveAveragePool1DNet;

// 3·6 + 3 parameters. 14 tanh; three steps of 3·2 + 2 and 2·6 to join them; 3·13 operations.
public class AdaptiveAveragePool1DTests() : LayerContract<AdaptiveAveragePool1DNet>(
    new(Input: 14, Output: 3, Parameters: 21, Flops: 14 + 24 + 12 + 39))
{
    [Fact]
    public void By_hand()
    {
        var (y, dx) = Pass.Of<SingleAdaptiveAveragePool1DNet>([1, 2, 3, 4, 5, 6], [4, 8, 2, 6]);

        // Both windows have the step in the middle.
        Assert.Equal([2f, 3, 4, 5], y);
        Assert.Equal([2f, 4, 3, 7, 1, 3], dx);
    }
}
