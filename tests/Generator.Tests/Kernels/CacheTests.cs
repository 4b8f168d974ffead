using StaticNet.Generator.Tests.Pipeline;

namespace StaticNet.Generator.Tests.Kernels;

/// <summary>Which kernels go over what many rows read in parts that the caches keep, which multiply less, and which wait less.</summary>
public class CacheTests
{
    [Theory]
    [InlineData("Network(MaxBatch = 7), Input(1200), Dense(120)", "column < 128; column += 8 * S.Width")]
    [InlineData("Network(MaxBatch = 2), Input(500, 5, 9), Conv2D(300, 1), Flatten, Dense(2)", "column < 304; column += 16 * S.Width")]
    [InlineData("Network(MaxBatch = 2), Input(131, 9, 9), Conv2D(20, 2, Dilation = 2), Flatten, Dense(2)", "window * 8384 + element * 4192")]
    [InlineData("Network(MaxBatch = 2), Input(480, 3, 4), Conv2D(20, 3, Padding = 1), Flatten, Dense(2)", "part * 240")]
    [InlineData("Network(MaxBatch = 5), Input(3, 10, 10), Conv2D(4, 3, Padding = 1), Flatten, Dense(2)", "sample < batch; sample += 2")]
    [InlineData("Network(MaxBatch = 3), Input(2, 20, 19), Conv2D(3, 2), Flatten, Dense(2)", "line < 19; line += 14")]
    [InlineData("Network(MaxBatch = 9), Input(60, 5), Dense(20), Flatten, Dense(2)", "first < 60 * batch; first += 256")]
    [InlineData("Network(MaxBatch = 8), Input(32, 8, 8), Conv2D(32, 3, Padding = 1), GlobalAveragePool2D, Dense(2)", "Winograd3x3.Windows<S, V>")]
    [InlineData("Network(MaxBatch = 8), Input(32, 8, 8), Conv2D(32, 3, Padding = 1), GlobalAveragePool2D, Dense(2)", "Winograd3x3.Gradient<S, V>")]
    [InlineData("Network(MaxBatch = 7), Input(32, 8, 9), Conv2D(32, 3, Padding = 1), GlobalAveragePool2D, Dense(2)", "hasRight ? 32 : 0")]
    [InlineData("Network(MaxBatch = 8), Input(32, 14, 14), Conv2D(32, 4, Stride = 2, Padding = 1), GlobalAveragePool2D, Dense(2)", "Winograd2x2.Windows<S, V>")]
    [InlineData("Network(MaxBatch = 8), Input(32, 14, 14), Conv2D(32, 4, Stride = 2, Padding = 1), GlobalAveragePool2D, Dense(2)", "Winograd2x2.Gradient<S, V>")]
    [InlineData("Network(MaxBatch = 8), Input(64, 7, 7), ConvTranspose2D(32, 4, Stride = 2, Padding = 1), GlobalAveragePool2D, Dense(2)", "nint behind = ")]
    [InlineData("Network(MaxBatch = 1), Input(100), Dense(40)", "k += 4")]
    [InlineData("Network(MaxBatch = 1), Input(99), Dense(150)", "k < 99; k += 1")]
    [InlineData("Network(MaxBatch = 1), Input(99), Dense(150)", "k < 96; k += 4")]
    public void It_is_used(string attributes, string text) => Assert.Contains(text, Emitted(attributes), StringComparison.Ordinal);

    // 401 KB of weights; three tiles too few; tiles that save less than a quarter; a stride of three; channels that fill no vectors of 512 bits;
    // more rows, columns that fill blocks of eight vectors, and many of them.
    [Theory]
    [InlineData("Network(MaxBatch = 128), Input(784), Dense(128)", "Math.Min(column + 8 * S.Width")]
    [InlineData("Network(MaxBatch = 5), Input(32, 10, 10), Conv2D(32, 3, Padding = 1), GlobalAveragePool2D, Dense(2)", "Winograd3x3.")]
    [InlineData("Network(MaxBatch = 99), Input(32, 3, 3), Conv2D(32, 3, Padding = 1), GlobalAveragePool2D, Dense(2)", "Winograd3x3.")]
    [InlineData("Network(MaxBatch = 99), Input(32, 4, 4), Conv2D(32, 2), GlobalAveragePool2D, Dense(2)", "Winograd2x2.")]
    [InlineData("Network(MaxBatch = 99), Input(32, 12, 12), Conv2D(32, 6, Stride = 3), GlobalAveragePool2D, Dense(2)", "Winograd2x2.")]
    [InlineData("Network(MaxBatch = 9), Input(40, 8, 8), Conv2D(32, 3, Padding = 1, Trainable = Trainable.Never), GlobalAveragePool2D, Dense(2)", "Winograd3x3.")]
    [InlineData("Network(MaxBatch = 2), Input(100), Dense(40)", "k += ")]
    [InlineData("Network(MaxBatch = 1), Input(100), Dense(128)", "k += ")]
    [InlineData("Network(MaxBatch = 1), Input(100), Dense(1100)", "k += ")]
    public void It_is_not_used_where_it_does_not_pay(string attributes, string text) => Assert.DoesNotContain(text, Emitted(attributes), StringComparison.Ordinal);

    private static string Emitted(string attributes) =>
        Compiler.Emit(UserProject.Of($"[{attributes}, MeanSquaredError] public partial class Net;").Read("Net"), CancellationToken.None).Text;
}
