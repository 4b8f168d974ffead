using StaticNet.Network.Tests.Contract;

namespace StaticNet.Network.Tests.Layers;

[Network(MaxBatch = 4, InputGradient = true), Input(2, 5, 4), Conv2D(18, 2), GlobalMaxPool2D, Dense(3), SoftmaxCrossEntropy]
public partial class GlobalMaxPool2DNet;

[Network(MaxBatch = 1, InputGradient = true), Input(2, 1, 2), GlobalMaxPool2D]
public partial class SingleGlobalMaxPool2DNet;

// 12 places·18·(2·8 + 1), 12·18, 3·37 operations.
public class GlobalMaxPool2DTests() : LayerContract<GlobalMaxPool2DNet>(
    new(Input: 40, Output: 3, Parameters: 162 + 57, Flops: 3672 + 216 + 111))
{
    [Fact]
    public void By_hand()
    {
        var (y, dx) = Pass.Of<SingleGlobalMaxPool2DNet>([2, 2, 30, 50], [4, 8]);

        // Of equal ones the first has the gradient.
        Assert.Equal([2f, 50], y);
        Assert.Equal([4f, 0, 0, 8], dx);
    }
}
