using StaticNet.Network.Tests.Contract;

namespace StaticNet.Network.Tests.Layers;

[Network(MaxBatch = 3, InputGradient = true), Input(2, 3, 3), Conv2D(6, 2), GroupNorm(3), ReLU, Flatten, Dense(2), MeanSquaredError]
public partial class GroupNormNet;

[Network(MaxBatch = 2, InputGradient = true), Input(2, 1, 2), GroupNorm(1, Affine = false)]
public partial class SingleGroupNormNet;

// 6·8 + 6 + 12 + 24·2 + 2 parameters; 4·6·17, 24·7 + 3·5 of the normalisation, 24, 2·48 + 2 operations.
public class GroupNormTests() : LayerContract<GroupNormNet>(new(Input: 18, Output: 2, Parameters: 116, Flops: 408 + 183 + 24 + 98))
{
    [Fact]
    public void By_hand()
    {
        var y = new float[4];
        new SingleGroupNormNet().Predict([1, 5, 4, 2], y);

        // μ = 3, σ² = 10/4
        float scale = 1 / MathF.Sqrt(2.5f + 1e-5f);
        Assert.All([-2 * scale, 2 * scale, scale, -scale], (expected, i) => Assert.Equal(expected, y[i], 1e-6f));
    }
}

[Network(MaxBatch = 3, InputGradient = true), Input(4, 3), Conv1D(6, 2), GroupNorm(3), ReLU, Flatten, Dense(2), MeanSquaredError]
public partial class SequenceGroupNormNet;

// 6·6 + 6, 12, 18·2 + 2 parameters. 3 steps·6·13, 18·7 + 3·5 of the normalisation, 18, 2·37 operations.
public class SequenceGroupNormTests() : LayerContract<SequenceGroupNormNet>(new(Input: 12, Output: 2, Parameters: 92, Flops: 234 + 141 + 18 + 74));
