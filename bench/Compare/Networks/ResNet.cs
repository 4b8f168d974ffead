using StaticNet;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Compare;

/// <summary>y = ReLU(norm(conv(ReLU(norm(conv x)))) + x).</summary>
[Conv2D(Channels, 3, Padding = 1, Bias = false), BatchNorm, ReLU]
[Conv2D(Channels, 3, Padding = 1, Bias = false), BatchNorm(Name = "main")]
[Add("main", Input), ReLU]
internal sealed class BasicBlockAttribute(int channels) : BlockAttribute(channels)
{
    private const int Channels = 1;
}

/// <summary>The same at half the height and width.</summary>
[Conv2D(Channels, 3, Stride = 2, Padding = 1, Bias = false), BatchNorm, ReLU]
[Conv2D(Channels, 3, Padding = 1, Bias = false), BatchNorm(Name = "main")]
[Conv2D(Channels, 1, Stride = 2, Bias = false, From = Input), BatchNorm(Name = "shortcut")]
[Add("main", "shortcut"), ReLU]
internal sealed class DownBlockAttribute(int channels) : BlockAttribute(channels)
{
    private const int Channels = 1;
}

/// <summary>He et al., "Deep residual learning for image recognition", 2016, for images of 32×32.</summary>
[Network(Threads = 2, MaxBatch = 16), Input(3, 32, 32), Conv2D(64, 3, Padding = 1, Bias = false), BatchNorm, ReLU]
[BasicBlock(64), BasicBlock(64), DownBlock(128), BasicBlock(128), DownBlock(256), BasicBlock(256)]
[DownBlock(512), BasicBlock(512), GlobalAveragePool2D, Dense(10), SoftmaxCrossEntropy]
internal sealed partial class ResNet18;

/// <summary>The same in libtorch.</summary>
internal static class ResNetModules
{
    public static Sequential ResNet18() => nn.Sequential(
        nn.Conv2d(3, 64, 3, padding: 1, bias: false), nn.BatchNorm2d(64), nn.ReLU(),
        Block(64, 64), Block(64, 64), Block(64, 128), Block(128, 128), Block(128, 256), Block(256, 256), Block(256, 512), Block(512, 512),
        nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(512, 10));

    private static Residual Block(int inputs, int channels)
    {
        int stride = inputs == channels ? 1 : 2;
        return new(
            nn.Sequential(
                nn.Conv2d(inputs, channels, 3, stride, padding: 1, bias: false), nn.BatchNorm2d(channels), nn.ReLU(),
                nn.Conv2d(channels, channels, 3, padding: 1, bias: false), nn.BatchNorm2d(channels)),
            stride == 1 ? null : nn.Sequential(nn.Conv2d(inputs, channels, 1, stride, bias: false), nn.BatchNorm2d(channels)),
            nn.ReLU());
    }
}
