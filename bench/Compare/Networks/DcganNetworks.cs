using StaticNet;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Compare;

/// <summary>Radford et al., "Unsupervised representation learning with deep convolutional generative adversarial networks", 2015, for 28×28.</summary>
[Network(Threads = 2, MaxBatch = 32), Input(100), Dense(128 * 7 * 7, Bias = false), Reshape(128, 7, 7), BatchNorm, ReLU]
[ConvTranspose2D(64, 4, Stride = 2, Padding = 1, Bias = false), BatchNorm, ReLU]
[ConvTranspose2D(1, 4, Stride = 2, Padding = 1), Tanh]
internal sealed partial class DcganGenerator;

/// <summary>Its opponent.</summary>
[Network(Threads = 2, MaxBatch = 32, InputGradient = true), Input(1, 28, 28), Conv2D(64, 4, Stride = 2, Padding = 1), LeakyReLU(0.2)]
[Conv2D(128, 4, Stride = 2, Padding = 1, Bias = false), BatchNorm, LeakyReLU(0.2), Flatten, Dense(1), BinaryCrossEntropy]
internal sealed partial class DcganDiscriminator;

/// <summary>The same two in libtorch.</summary>
internal static class DcganModules
{
    public static Sequential Generator() => nn.Sequential(
        nn.Linear(100, 128 * 7 * 7, hasBias: false), nn.Unflatten(1, [128, 7, 7]), nn.BatchNorm2d(128), nn.ReLU(),
        nn.ConvTranspose2d(128, 64, 4, 2, 1, bias: false), nn.BatchNorm2d(64), nn.ReLU(),
        nn.ConvTranspose2d(64, 1, 4, 2, 1), nn.Tanh());

    public static Sequential Discriminator() => nn.Sequential(
        nn.Conv2d(1, 64, 4, 2, padding: 1), nn.LeakyReLU(0.2),
        nn.Conv2d(64, 128, 4, 2, padding: 1, bias: false), nn.BatchNorm2d(128), nn.LeakyReLU(0.2), nn.Flatten(), nn.Linear(128 * 7 * 7, 1));
}
