using StaticNet.Network.Tests.Contract;

namespace StaticNet.Network.Tests.Layers;

// An image whose channels fill vectors, and one whose channels do not.
[Network(MaxBatch = 5, InputGradient = true), Input(2, 5, 7), Conv2D(16, 3, Padding = 1), LeakyReLU, Flatten, Dense(1), BinaryCrossEntropy]
public partial class OneUnitOfImageNet;

[Network(MaxBatch = 5, InputGradient = true), Input(2, 5, 7), Conv2D(20, 3, Padding = 1), BatchNorm, Flatten, Dense(1, Bias = false), MeanSquaredError]
public partial class OneUnitOfOddImageNet;

// Something between the image and the layer.
[Network(MaxBatch = 5, InputGradient = true), Input(2, 5, 7), Conv2D(16, 3, Padding = 1), ReLU, Flatten, Dropout(0.25), Dense(1), MeanSquaredError]
public partial class OneUnitBehindDropoutNet;

// Each step of a sequence, and rows that end within a vector.
[Network(MaxBatch = 3, InputGradient = true), Input(4, 515), Dense(1), Tanh, Flatten, Dense(2), MeanSquaredError]
public partial class OneUnitOfSequenceNet;

// 35 places·16·(2·18 + 1) and the activation; 2·560 and the 16 sums of the channels, the bias.
public class OneUnitOfImageTests() : LayerContract<OneUnitOfImageNet>(new(
    Input: 70, Output: 1, Parameters: 16 * 19 + 561, Flops: 35 * 16 * 38 + 1120 + 16 + 1));

// The same; dropout is for training.
public class OneUnitBehindDropoutTests() : LayerContract<OneUnitBehindDropoutNet>(new(
    Input: 70, Output: 1, Parameters: 16 * 19 + 561, Flops: 35 * 16 * 38 + 1120 + 16 + 1));

// 35 places·20·(2·18 + 1 + 4), the normalisation's 4 among them and 3 a channel; 2·700 and the 20 sums.
public class OneUnitOfOddImageTests() : LayerContract<OneUnitOfOddImageNet>(new(
    Input: 70, Output: 1, Parameters: 20 * 19 + 40 + 700, Flops: 35 * 20 * 41 + 60 + 1400 + 20));

// 4·(2·515 + 1) and the activation; 2·(2·4 + 1).
public class OneUnitOfSequenceTests() : LayerContract<OneUnitOfSequenceNet>(new(
    Input: 2060, Output: 2, Parameters: 516 + 10, Flops: 4 * 1031 + 4 + 18));

[Network, Input(512), Dense(1, Bias = false)]
public partial class LongRowNet;

[Network, Input(508), Dense(1, Bias = false)]
public partial class ShortRowNet;

public class OneUnitStorageTests
{
    [Fact]
    public void A_long_row_is_not_padded_to_a_matrix() => Assert.Equal(
        (512, 508 * 16), (new LongRowNet().Parameters.Table.TrainableLength, new ShortRowNet().Parameters.Table.TrainableLength));
}
