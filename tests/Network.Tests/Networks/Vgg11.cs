namespace StaticNet.Network.Tests.Networks;

/// <summary>
/// Simonyan and Zisserman, "Very deep convolutional networks", 2015, configuration A, for images of 32×32.
/// </summary>
[Network(MaxBatch = 2), Input(3, 32, 32)]
[Conv2D(64, 3, Padding = 1), ReLU, MaxPool2D(2)]
[Conv2D(128, 3, Padding = 1), ReLU, MaxPool2D(2)]
[Conv2D(256, 3, Padding = 1), ReLU, Conv2D(256, 3, Padding = 1), ReLU, MaxPool2D(2)]
[Conv2D(512, 3, Padding = 1), ReLU, Conv2D(512, 3, Padding = 1), ReLU, MaxPool2D(2)]
[Conv2D(512, 3, Padding = 1), ReLU, Conv2D(512, 3, Padding = 1), ReLU, MaxPool2D(2)]
[Flatten, Dense(10), SoftmaxCrossEntropy]
public partial class Vgg11;

/// <summary>The same at reduced width.</summary>
[Network(MaxBatch = 2), Input(3, 32, 32)]
[Conv2D(2, 3, Padding = 1), ReLU, MaxPool2D(2)]
[Conv2D(4, 3, Padding = 1), ReLU, MaxPool2D(2)]
[Conv2D(8, 3, Padding = 1), ReLU, Conv2D(8, 3, Padding = 1), ReLU, MaxPool2D(2)]
[Conv2D(16, 3, Padding = 1), ReLU, Conv2D(16, 3, Padding = 1), ReLU, MaxPool2D(2)]
[Conv2D(16, 3, Padding = 1), ReLU, Conv2D(16, 3, Padding = 1), ReLU, MaxPool2D(2)]
[Flatten, Dense(10), SoftmaxCrossEntropy]
public partial class NarrowVgg11;
