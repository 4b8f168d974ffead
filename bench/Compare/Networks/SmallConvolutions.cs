using StaticNet;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Compare;

[Network(Threads = 2, MaxBatch = 64), Input(1, 28, 28), Conv2D(6, 5, Padding = 2), ReLU, MaxPool2D(2), Conv2D(16, 5), ReLU, MaxPool2D(2)]
[Flatten, Dense(120), ReLU, Dense(84), ReLU, Dense(10), SoftmaxCrossEntropy]
internal sealed partial class LeNet5;

[Network(Threads = 2, MaxBatch = 32), Input(3, 32, 32), Conv2D(32, 3, Padding = 1), ReLU, MaxPool2D(2)]
[Conv2D(64, 3, Padding = 1), ReLU, MaxPool2D(2), Conv2D(128, 3, Padding = 1), ReLU, MaxPool2D(2)]
[Flatten, Dense(10), SoftmaxCrossEntropy]
internal sealed partial class Cnn;

/// <summary>The same convolutions in libtorch.</summary>
internal static class SmallConvolutionModules
{
    public static Sequential LeNet5() => nn.Sequential(
        nn.Conv2d(1, 6, 5, padding: 2), nn.ReLU(), nn.MaxPool2d(2),
        nn.Conv2d(6, 16, 5), nn.ReLU(), nn.MaxPool2d(2),
        nn.Flatten(), nn.Linear(400, 120), nn.ReLU(), nn.Linear(120, 84), nn.ReLU(), nn.Linear(84, 10));

    public static Sequential Cnn() => nn.Sequential(
        nn.Conv2d(3, 32, 3, padding: 1), nn.ReLU(), nn.MaxPool2d(2),
        nn.Conv2d(32, 64, 3, padding: 1), nn.ReLU(), nn.MaxPool2d(2),
        nn.Conv2d(64, 128, 3, padding: 1), nn.ReLU(), nn.MaxPool2d(2),
        nn.Flatten(), nn.Linear(2048, 10));
}
