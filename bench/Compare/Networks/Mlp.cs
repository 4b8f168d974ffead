using StaticNet;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Compare;

[Network(Threads = 2, MaxBatch = 32), Input(4), Dense(16), Tanh, Dense(3), SoftmaxCrossEntropy]
internal sealed partial class TinyMlp;

[Network(Threads = 2, MaxBatch = 128), Input(784), Dense(128), ReLU, Dense(10), SoftmaxCrossEntropy]
internal sealed partial class Mlp;

[Network(Threads = 2, MaxBatch = 128), Input(784), Dense(512), ReLU, Dense(256), ReLU, Dense(10), SoftmaxCrossEntropy]
internal sealed partial class DeepMlp;

/// <summary>The same dense layers in libtorch.</summary>
internal static class MlpModules
{
    public static Sequential Tiny() => nn.Sequential(nn.Linear(4, 16), nn.Tanh(), nn.Linear(16, 3));

    public static Sequential Mlp() => nn.Sequential(nn.Linear(784, 128), nn.ReLU(), nn.Linear(128, 10));

    public static Sequential Deep() =>
        nn.Sequential(nn.Linear(784, 512), nn.ReLU(), nn.Linear(512, 256), nn.ReLU(), nn.Linear(256, 10));
}
