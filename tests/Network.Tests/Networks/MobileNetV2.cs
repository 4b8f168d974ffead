namespace StaticNet.Network.Tests.Networks;

/// <summary>Wider by six, a convolution of each channel for itself, and narrow again, without an activation.</summary>
[Conv2D(6 * Inputs, 1, Bias = false), BatchNorm, ReLU6]
[Conv2D(6 * Inputs, 3, Stride = Stride, Padding = 1, Groups = 6 * Inputs, Bias = false), BatchNorm, ReLU6]
[Conv2D(Channels, 1, Bias = false), BatchNorm(Name = "narrow")]
public sealed class BottleneckAttribute(int inputs, int channels, int stride = 1)
    : BlockAttribute(inputs, channels, stride)
{
    private const int Inputs = 1, Channels = 1, Stride = 1;
}

/// <summary>The same of as many channels as come in, which are added.</summary>
[Conv2D(6 * Channels, 1, Bias = false), BatchNorm, ReLU6]
[Conv2D(6 * Channels, 3, Padding = 1, Groups = 6 * Channels, Bias = false), BatchNorm, ReLU6]
[Conv2D(Channels, 1, Bias = false), BatchNorm(Name = "narrow"), Add("narrow", Input)]
public sealed class InvertedAttribute(int channels) : BlockAttribute(channels)
{
    private const int Channels = 1;
}

/// <summary>Sandler et al., "MobileNetV2", 2018, at width 0.35 for images of 32×32.</summary>
[Network(MaxBatch = 2), Input(3, 32, 32), Conv2D(16, 3, Padding = 1, Bias = false), BatchNorm, ReLU6]
[Conv2D(16, 3, Padding = 1, Groups = 16, Bias = false), BatchNorm, ReLU6, Conv2D(8, 1, Bias = false), BatchNorm]
[Bottleneck(8, 8), Inverted(8), Bottleneck(8, 16, 2), Inverted(16), Inverted(16)]
[Bottleneck(16, 24, 2), Inverted(24), Inverted(24), Inverted(24), Bottleneck(24, 32), Inverted(32), Inverted(32)]
[Bottleneck(32, 56, 2), Inverted(56), Inverted(56), Bottleneck(56, 112)]
[Conv2D(1280, 1, Bias = false), BatchNorm, ReLU6, GlobalAveragePool2D, Dense(10), SoftmaxCrossEntropy]
public partial class MobileNetV2;

/// <summary>The same at reduced width and depth, for images of 8×8.</summary>
[Network(MaxBatch = 2), Input(3, 8, 8), Conv2D(3, 3, Padding = 1, Bias = false), BatchNorm, ReLU6]
[Conv2D(3, 3, Padding = 1, Groups = 3, Bias = false), BatchNorm, ReLU6, Conv2D(2, 1, Bias = false), BatchNorm]
[Bottleneck(2, 2, 2), Inverted(2), Bottleneck(2, 3), Inverted(3)]
[Conv2D(8, 1, Bias = false), BatchNorm, ReLU6, GlobalAveragePool2D, Dense(10), SoftmaxCrossEntropy]
public partial class NarrowMobileNetV2;
