using StaticNet.Network.Tests.Contract;

namespace StaticNet.Network.Tests.Layers;

[Network(MaxBatch = 3, InputGradient = true), Input(2, 3, 3), Conv2D(6, 2), InstanceNorm(Affine = true), ReLU, Flatten, Dense(2), MeanSquaredError]
public partial class InstanceNormNet;

[Network(MaxBatch = 2, InputGradient = true), Input(2, 1, 2), InstanceNorm(Epsilon = 1)]
public partial class SingleInstanceNormNet;

// 6·8 + 6 + 12 + 24·2 + 2 parameters; 4·6·17, 24·7 + 6·5 of the normalisation, 24, 2·48 + 2 operations.
public class InstanceNormTests() : LayerContract<InstanceNormNet>(new(Input: 18, Output: 2, Parameters: 116, Flops: 408 + 198 + 24 + 98))
{
    [Fact]
    public void By_hand()
    {
        var y = new float[4];
        new SingleInstanceNormNet().Predict([1, 5, 4, 2], y);

        // μ = 3, σ² = 4; μ = 3, σ² = 1
        Assert.All([-2 / MathF.Sqrt(5), 2 / MathF.Sqrt(5), 1 / MathF.Sqrt(2), -1 / MathF.Sqrt(2)], (expected, i) => Assert.Equal(expected, y[i], 1e-6f));
    }
}

[Network(MaxBatch = 3, InputGradient = true), Input(4, 3), Conv1D(6, 2), InstanceNorm(Affine = true), ReLU, Flatten, Dense(2), MeanSquaredError]
public partial class SequenceInstanceNormNet;

// 6·6 + 6, 12, 18·2 + 2 parameters. 3 steps·6·13, 18·7 + 6·5 of the normalisation, 18, 2·37 operations.
public class SequenceInstanceNormTests() : LayerContract<SequenceInstanceNormNet>(new(Input: 12, Output: 2, Parameters: 92, Flops: 234 + 156 + 18 + 74));
