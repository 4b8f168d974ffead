using StaticNet.Network.Tests.Contract;

namespace StaticNet.Network.Tests.Layers;

[Network(MaxBatch = 6, InputGradient = true), Input(3, 4), PositionalEncoding, Tanh, Flatten, Dense(2), MeanSquaredError]
public partial class PositionalEncodingNet;

[Network(MaxBatch = 2, InputGradient = true), Input(2, 4), PositionalEncoding]
public partial class SinglePositionalEncodingNet;

// 2·12 + 2 parameters; 12 sums, 12 tanh, 2·24 + 2.
public class PositionalEncodingTests() : LayerContract<PositionalEncodingNet>(new(Input: 12, Output: 2, Parameters: 26, Flops: 74))
{
    [Fact]
    public void By_hand()
    {
        var (y, dx) = Pass.Of<SinglePositionalEncodingNet>([1, 1, 1, 1, 0, 0, 0, 0], [1, 2, 3, 4, 5, 6, 7, 8]);
        float[] expected = [1, 2, 1, 2, MathF.Sin(1), MathF.Cos(1), MathF.Sin(0.01f), MathF.Cos(0.01f)];
        Assert.All(expected, (e, i) => Assert.Equal(e, y[i], 1e-6f));
        Assert.Equal([1, 2, 3, 4, 5, 6, 7, 8], dx);
    }
}
