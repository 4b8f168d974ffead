using StaticNet.Network.Tests.Contract;

namespace StaticNet.Network.Tests.Layers;

[Network(MaxBatch = 5, InputGradient = true), Input(2, 6), Tanh, Reshape(3, 4), Sigmoid, Reshape(-1), Dense(6), Reshape(1, -1, 2), Flatten, Dense(3), MeanSquaredError]
public partial class ReshapeNet;

[Network(MaxBatch = 2, InputGradient = true), Input(2, 3), Reshape(3, -1)]
public partial class SingleReshapeNet;

// 12·6 + 6 + 6·3 + 3 parameters; 12 tanh, 12 sigmoids, 2·72 + 6 and 2·18 + 3 of Dense.
public class ReshapeTests() : LayerContract<ReshapeNet>(new(Input: 12, Output: 3, Parameters: 99, Flops: 213))
{
    [Fact]
    public void By_hand()
    {
        float[] x = [1, 2, 3, 4, 5, 6], dy = [6, 5, 4, 3, 2, 1];
        var (y, dx) = Pass.Of<SingleReshapeNet>(x, dy);

        // The elements keep their order.
        Assert.Equal(x, y);
        Assert.Equal(dy, dx);
    }
}
