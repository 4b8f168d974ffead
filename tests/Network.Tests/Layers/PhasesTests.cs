using StaticNet.Network.Tests.Contract;

namespace StaticNet.Network.Tests.Layers;

// Enough channels that gradients through the strides go phase by phase; the image is flattened as it lies.
[Network(MaxBatch = 3, InputGradient = true), Input(64, 2, 3)]
[ConvTranspose2D(16, 4, Stride = 2, Padding = 1), Tanh, Conv2D(64, 3, Stride = 2, Padding = 1), ReLU, Flatten, Dense(3), MeanSquaredError]
public partial class PhasesNet;

// A sum of 600 products is four parts.
[Network(MaxBatch = 3, InputGradient = true), Input(3, 600), ConvTranspose1D(16, 3, Stride = 3), Sigmoid, MeanSquaredError]
public partial class PhasesOfSequenceNet;

// 64·256 + 16, 64·144 + 64, 3·384 + 3 parameters. 384·(2·256) + 384 and 384, 384·(2·144) + 384 and 384, 3·769 operations.
public class PhasesTests() : LayerContract<PhasesNet>(
    new(Input: 384, Output: 3, Parameters: 16400 + 9280 + 1155, Flops: 196608 + 384 + 384 + 110592 + 384 + 384 + 2307));

// 600·48 + 16 parameters. 1800·(2·48) + 144 and 144 operations.
public class PhasesOfSequenceTests() : LayerContract<PhasesOfSequenceNet>(
    new(Input: 1800, Output: 144, Parameters: 28816, Flops: 172800 + 144 + 144));
