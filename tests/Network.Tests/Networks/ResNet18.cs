namespace StaticNet.Network.Tests.Networks;

/// <summary>y = ReLU(norm(conv(ReLU(norm(conv x)))) + x).</summary>
[Conv2D(Channels, 3, Padding = 1, Bias = false), BatchNorm, ReLU]
[Conv2D(Channels, 3, Padding = 1, Bias = false), BatchNorm(Name = "main")]
[Add("main", Input), ReLU]
public sealed class BasicBlockAttribute(int channels) : BlockAttribute(channels)
{
    private const int Channels = 1;
}

/// <summary>The same at half the height and width, where a convolution of one place brings x to the new size.</summary>
[Conv2D(Channels, 3, Stride = 2, Padding = 1, Bias = false), BatchNorm, ReLU]
[Conv2D(Channels, 3, Padding = 1, Bias = false), BatchNorm(Name = "main")]
[Conv2D(Channels, 1, Stride = 2, Bias = false, From = Input), BatchNorm(Name = "shortcut")]
[Add("main", "shortcut"), ReLU]
public sealed class DownBlockAttribute(int channels) : BlockAttribute(channels)
{
    private const int Channels = 1;
}

/// <summary>He et al., "Deep residual learning for image recognition", 2016, for images of 32×32.</summary>
[Network(MaxBatch = 2), Input(3, 32, 32), Conv2D(64, 3, Padding = 1, Bias = false), BatchNorm, ReLU]
[BasicBlock(64), BasicBlock(64), DownBlock(128), BasicBlock(128), DownBlock(256), BasicBlock(256)]
[DownBlock(512), BasicBlock(512), GlobalAveragePool2D, Dense(10), SoftmaxCrossEntropy]
public partial class ResNet18;

/// <summary>The same at reduced width, for images of 16×16.</summary>
[Network(MaxBatch = 2), Input(3, 16, 16), Conv2D(2, 3, Padding = 1, Bias = false), BatchNorm, ReLU]
[BasicBlock(2), BasicBlock(2), DownBlock(4), BasicBlock(4), DownBlock(8), BasicBlock(8)]
[DownBlock(16), BasicBlock(16), GlobalAveragePool2D, Dense(10), SoftmaxCrossEntropy]
public partial class NarrowResNet18;
