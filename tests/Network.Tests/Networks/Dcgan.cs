namespace StaticNet.Network.Tests.Networks;

/// <summary>
/// Images of 28×28 from noise: Radford et al., "Unsupervised representation learning with deep convolutional GANs",
/// 2016.
/// </summary>
[Network(MaxBatch = 2), Input(100, 1, 1), ConvTranspose2D(128, 7, Bias = false), BatchNorm, ReLU]
[ConvTranspose2D(64, 4, Stride = 2, Padding = 1, Bias = false), BatchNorm, ReLU]
[ConvTranspose2D(1, 4, Stride = 2, Padding = 1), Tanh]
public partial class DcganGenerator;

/// <summary>Whether an image of 28×28 is one of the data or generated.</summary>
[Network(MaxBatch = 2, InputGradient = true), Input(1, 28, 28), Conv2D(64, 4, Stride = 2, Padding = 1), LeakyReLU(0.2)]
[Conv2D(128, 4, Stride = 2, Padding = 1, Bias = false), BatchNorm, LeakyReLU(0.2)]
[Conv2D(1, 7), Flatten, BinaryCrossEntropy]
public partial class DcganDiscriminator;

/// <summary>The generator at reduced width.</summary>
[Network(MaxBatch = 2), Input(5, 1, 1), ConvTranspose2D(4, 7, Bias = false), BatchNorm, ReLU]
[ConvTranspose2D(2, 4, Stride = 2, Padding = 1, Bias = false), BatchNorm, ReLU]
[ConvTranspose2D(1, 4, Stride = 2, Padding = 1), Tanh]
public partial class NarrowDcganGenerator;

/// <summary>The discriminator at reduced width.</summary>
[Network(MaxBatch = 2, InputGradient = true), Input(1, 28, 28), Conv2D(2, 4, Stride = 2, Padding = 1), LeakyReLU(0.2)]
[Conv2D(4, 4, Stride = 2, Padding = 1, Bias = false), BatchNorm, LeakyReLU(0.2)]
[Conv2D(1, 7), Flatten, BinaryCrossEntropy]
public partial class NarrowDcganDiscriminator;
