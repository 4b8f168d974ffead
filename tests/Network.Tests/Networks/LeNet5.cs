namespace StaticNet.Network.Tests.Networks;

/// <summary>
/// LeCun et al., "Gradient-based learning applied to document recognition", 1998, with its tanh, means and full
/// connections.
/// </summary>
[Network(MaxBatch = 4), Input(1, 28, 28)]
[Conv2D(6, 5, Padding = 2), Tanh, AveragePool2D(2)]
[Conv2D(16, 5), Tanh, AveragePool2D(2)]
[Flatten, Dense(120), Tanh, Dense(84), Tanh, Dense(10), SoftmaxCrossEntropy]
public partial class LeNet5;

/// <summary>The same at reduced width.</summary>
[Network(MaxBatch = 4), Input(1, 28, 28)]
[Conv2D(2, 5, Padding = 2), Tanh, AveragePool2D(2)]
[Conv2D(3, 5), Tanh, AveragePool2D(2)]
[Flatten, Dense(12), Tanh, Dense(8), Tanh, Dense(10), SoftmaxCrossEntropy]
public partial class NarrowLeNet5;
