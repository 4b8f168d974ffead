namespace StaticNet.Network.Tests.Networks;

/// <summary>An autoencoder whose halves are joined at each size: Ronneberger et al., "U-Net", 2015.</summary>
[Network(MaxBatch = 4), Input(1, 28, 28)]
[Conv2D(16, 3, Padding = 1), ReLU, MaxPool2D(2), Conv2D(32, 3, Padding = 1), ReLU, MaxPool2D(2)]
[Conv2D(32, 3, Padding = 1), ReLU]
[UpSample2D(2), Concat("upsample1", "relu2"), Conv2D(16, 3, Padding = 1), ReLU]
[UpSample2D(2, Mode = Interpolation.Linear), Concat("upsample2", "relu1"), Conv2D(16, 3, Padding = 1), ReLU]
[Conv2D(1, 1), MeanSquaredError]
public partial class Autoencoder;

/// <summary>The same at reduced width, for images of 8×8.</summary>
[Network(MaxBatch = 4), Input(1, 8, 8)]
[Conv2D(2, 3, Padding = 1), ReLU, MaxPool2D(2), Conv2D(4, 3, Padding = 1), ReLU, MaxPool2D(2)]
[Conv2D(4, 3, Padding = 1), ReLU]
[UpSample2D(2), Concat("upsample1", "relu2"), Conv2D(2, 3, Padding = 1), ReLU]
[UpSample2D(2, Mode = Interpolation.Linear), Concat("upsample2", "relu1"), Conv2D(2, 3, Padding = 1), ReLU]
[Conv2D(1, 1), MeanSquaredError]
public partial class NarrowAutoencoder;
