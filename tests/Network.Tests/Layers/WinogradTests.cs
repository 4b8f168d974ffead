using StaticNet.Network.Tests.Contract;
using StaticNet.Network.Tests.Threads;

namespace StaticNet.Network.Tests.Layers;

// 4×4 windows through a stride, 16 tiles a sample of which the last have one line or place: forward, by windows and phase by phase, each as gradient of the other.
[Network(MaxBatch = 8, InputGradient = true), Input(32, 14, 14)]
[Conv2D(64, 4, Stride = 2, Padding = 1), Tanh, ConvTranspose2D(32, 4, Stride = 2, Padding = 1), GlobalAveragePool2D, Dense(2), MeanSquaredError]
public partial class StridedWinogradNet;

// 3×3 windows over odd extents.
[Network(MaxBatch = 8, InputGradient = true), Input(32, 9, 7)]
[Conv2D(32, 3, Padding = 1), Tanh, Conv2D(36, 3, Padding = 1), GlobalAveragePool2D, Dense(2), MeanSquaredError]
public partial class OddWinogradNet;

// 2×2 windows, and 6×6 as four phases of 3×3.
[Network(MaxBatch = 15, InputGradient = true), Input(32, 15, 15)]
[Conv2D(32, 2), ReLU, Conv2D(64, 6, Stride = 2, Padding = 1), GlobalAveragePool2D, Dense(2), MeanSquaredError]
public partial class PhasesOfThreeNet;

// A last line and place that no window reads.
[Network(MaxBatch = 15, InputGradient = true), Input(32, 15, 15), Conv2D(32, 4, Stride = 2), Tanh, GlobalAveragePool2D, Dense(2), MeanSquaredError]
public partial class UnreadLineNet;

// 49 places·64·(2·512 + 1) and the activation, 49·64 inputs·(2·512) and 196·32 of the bias, the mean; 2·(2·32 + 1).
public class StridedWinogradTests() : LayerContract<StridedWinogradNet>(new(
    Input: 6272, Output: 2, Parameters: 64 * 513 + 64 * 512 + 32 + 66, Flops: 49 * 64 * (1025 + 1 + 1024) + 196 * 32 + 197 * 32 + 130));

// 63 places·32·(2·288 + 1) and the activation, 63·36·(2·288 + 1), the mean; 2·(2·36 + 1).
public class OddWinogradTests() : LayerContract<OddWinogradNet>(new(
    Input: 2016, Output: 2, Parameters: 32 * 289 + 36 * 289 + 74, Flops: 63 * (32 * 578 + 36 * 577) + 64 * 36 + 146));

// 196 places·32·(2·128 + 1) and the activation, 36·64·(2·1152 + 1), the mean; 2·(2·64 + 1).
public class PhasesOfThreeTests() : LayerContract<PhasesOfThreeNet>(new(
    Input: 7200, Output: 2, Parameters: 32 * 129 + 64 * 1153 + 130, Flops: 196 * 32 * 258 + 36 * 64 * 2305 + 37 * 64 + 258));

// 36 places·32·(2·512 + 1) and the activation, the mean; 2·(2·32 + 1).
public class UnreadLineTests() : LayerContract<UnreadLineNet>(new(
    Input: 7200, Output: 2, Parameters: 32 * 513 + 66, Flops: 36 * 32 * 1026 + 37 * 32 + 130));

[Network(MaxBatch = 8, Threads = 3, InputGradient = true), Input(32, 14, 14)]
[Conv2D(64, 4, Stride = 2, Padding = 1), Tanh, ConvTranspose2D(32, 4, Stride = 2, Padding = 1), GlobalAveragePool2D, Dense(2), MeanSquaredError]
public partial class ThreadedWinogradNet;

[Collection(nameof(PatientTeam))]
public class WinogradThreadTests
{
    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public void Any_number_of_threads_gives_the_same_bits(int threads) => Assert.Equal(Trained(1), Trained(threads));

    // Parameters and the input's gradient after steps over two batches.
    private static float[] Trained(int threads)
    {
        var net = new ThreadedWinogradNet(seed: 1);
        var trainer = new ThreadedWinogradNet.Trainer(net, new SGD(0.1)) { Threads = threads };
        float[] x = Numbers.Normal(ThreadedWinogradNet.MaxBatch * ThreadedWinogradNet.InputLength, 2), t = Numbers.Normal(2 * ThreadedWinogradNet.MaxBatch, 3), dx = new float[x.Length];
        foreach (int n in new[] { 5, ThreadedWinogradNet.MaxBatch })
            trainer.Step(x.AsSpan(0, n * ThreadedWinogradNet.InputLength), t.AsSpan(0, 2 * n));
        trainer.CopyInputGradient(dx);
        ParameterStore store = net.Parameters;
        return [.. store.Values.AsSpan(store.Base, store.Table.Length), .. dx];
    }
}
