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

// Rows of 16 and of 64 are the same floats: each step reads them in rows of its own length.
[Network(MaxBatch = 5, InputGradient = true), Input(4, 16), Tanh, Dropout(0.25), Flatten, Dense(32), Reshape(2, 16), LeakyReLU, Dropout(0.25), MeanSquaredError]
public partial class FullRowsNet;

// 64·32 + 32 parameters; 64 tanh, 32·(2·64 + 1) of Dense, 32 of the activation.
public class FullRowsTests() : LayerContract<FullRowsNet>(new(Input: 64, Output: 32, Parameters: 2080, Flops: 64 + 32 * 129 + 32));

// [4,3,2] and [2,3,4] have no axes in common, nor have [2,2,3] and [3,2,2].
[Network(MaxBatch = 5, InputGradient = true), Input(4, 3, 2), Reshape(2, 3, 4), Conv2D(2, 2), Reshape(3, 2, 2), AveragePool2D(2), MeanSquaredError]
public partial class RenumberedNet;

// 2·8 + 2 parameters; 6 places·2·(2·8 + 1) of the convolution, 3·4 of the pool.
public class RenumberedTests() : LayerContract<RenumberedNet>(new(Input: 24, Output: 3, Parameters: 18, Flops: 6 * 34 + 12));
