using StaticNet;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Compare;

/// <summary>Wider by six, a convolution of each channel for itself, and narrow again, without an activation.</summary>
[Conv2D(6 * Inputs, 1, Bias = false), BatchNorm, ReLU6]
[Conv2D(6 * Inputs, 3, Stride = Stride, Padding = 1, Groups = 6 * Inputs, Bias = false), BatchNorm, ReLU6]
[Conv2D(Channels, 1, Bias = false), BatchNorm(Name = "narrow")]
internal sealed class BottleneckAttribute(int inputs, int channels, int stride = 1) : BlockAttribute(inputs, channels, stride)
{
    private const int Inputs = 1, Channels = 1, Stride = 1;
}

/// <summary>The same of as many channels as come in, which are added.</summary>
[Conv2D(6 * Channels, 1, Bias = false), BatchNorm, ReLU6]
[Conv2D(6 * Channels, 3, Padding = 1, Groups = 6 * Channels, Bias = false), BatchNorm, ReLU6]
[Conv2D(Channels, 1, Bias = false), BatchNorm(Name = "narrow"), Add("narrow", Input)]
internal sealed class InvertedAttribute(int channels) : BlockAttribute(channels)
{
    private const int Channels = 1;
}

/// <summary>Sandler et al., "MobileNetV2", 2018, at width 0.35 for images of 32×32.</summary>
[Network(Threads = 2, MaxBatch = 16), Input(3, 32, 32), Conv2D(16, 3, Padding = 1, Bias = false), BatchNorm, ReLU6]
[Conv2D(16, 3, Padding = 1, Groups = 16, Bias = false), BatchNorm, ReLU6, Conv2D(8, 1, Bias = false), BatchNorm]
[Inverted(8), Inverted(8), Bottleneck(8, 16, 2), Inverted(16), Inverted(16)]
[Bottleneck(16, 24, 2), Inverted(24), Inverted(24), Inverted(24), Bottleneck(24, 32), Inverted(32), Inverted(32)]
[Bottleneck(32, 56, 2), Inverted(56), Inverted(56), Bottleneck(56, 112)]
[Conv2D(1280, 1, Bias = false), BatchNorm, ReLU6, GlobalAveragePool2D, Dense(10), SoftmaxCrossEntropy]
internal sealed partial class MobileNetV2;

/// <summary>The same in libtorch.</summary>
internal static class MobileNetModules
{
    public static Sequential MobileNetV2() => nn.Sequential(
        nn.Conv2d(3, 16, 3, padding: 1, bias: false), nn.BatchNorm2d(16), nn.ReLU6(),
        nn.Conv2d(16, 16, 3, padding: 1, groups: 16, bias: false), nn.BatchNorm2d(16), nn.ReLU6(), nn.Conv2d(16, 8, 1, bias: false), nn.BatchNorm2d(8),
        Inverted(8), Inverted(8), Bottleneck(8, 16, 2), Inverted(16), Inverted(16),
        Bottleneck(16, 24, 2), Inverted(24), Inverted(24), Inverted(24), Bottleneck(24, 32, 1), Inverted(32), Inverted(32),
        Bottleneck(32, 56, 2), Inverted(56), Inverted(56), Bottleneck(56, 112, 1),
        nn.Conv2d(112, 1280, 1, bias: false), nn.BatchNorm2d(1280), nn.ReLU6(), nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(1280, 10));

    private static Residual Inverted(int channels) => new(Bottleneck(channels, channels, stride: 1));

    private static Sequential Bottleneck(int inputs, int channels, int stride) => nn.Sequential(
        nn.Conv2d(inputs, 6 * inputs, 1, bias: false), nn.BatchNorm2d(6 * inputs), nn.ReLU6(),
        nn.Conv2d(6 * inputs, 6 * inputs, 3, stride, padding: 1, groups: 6 * inputs, bias: false), nn.BatchNorm2d(6 * inputs), nn.ReLU6(),
        nn.Conv2d(6 * inputs, channels, 1, bias: false), nn.BatchNorm2d(channels));
}
