using StaticNet.Network.Tests.Contract;

namespace StaticNet.Network.Tests.Layers;

[Network(MaxBatch = 4, InputGradient = true), Input(2, 7, 5), Tanh, AdaptiveAveragePool2D(3, 4), Flatten, Dense(3), MeanSquaredError]
public partial class AdaptiveAveragePool2DNet;

[Network(MaxBatch = 1, InputGradient = true), Input(1, 3, 2), AdaptiveAveragePool2D(2, 1)]
public partial class SingleAdaptiveAveragePool2DNet;

// 3·24 + 3 parameters. 70 tanh; three lines of 3·10 + 10 and 2·30 to join them, four columns of 2·6 + 6 and 3·24; 3·49 operations.
public class AdaptiveAveragePool2DTests() : LayerContract<AdaptiveAveragePool2DNet>(
    new(Input: 70, Output: 3, Parameters: 75, Flops: 70 + 180 + 144 + 147))
{
    [Fact]
    public void By_hand()
    {
        var (y, dx) = Pass.Of<SingleAdaptiveAveragePool2DNet>([1, 3, 5, 7, 9, 11], [4, 8]);

        // Both windows have the line in the middle.
        Assert.Equal([4f, 8], y);
        Assert.Equal([1f, 1, 3, 3, 2, 2], dx);
    }
}
