using StaticNet.Network.Tests.Contract;

namespace StaticNet.Network.Tests.Layers;

// One sample: 5, 10, 3 and 1 vectors of columns, of which some are left at each width, from depths that no number of partial sums divides.
[Network(MaxBatch = 1, InputGradient = true), Input(37), Dense(79), Tanh, Dense(151, Bias = false), ReLU, Dense(41), Tanh, Dense(1), MeanSquaredError]
public partial class OneSampleNet;

[Network(MaxBatch = 1, InputGradient = true, Deterministic = true), Input(37), Dense(80), Tanh, Dense(150), ReLU, Dense(2), SoftmaxCrossEntropy]
public partial class DeterministicSampleNet;

// Each unit 2·inputs and its bias; an activation each.
public class OneSampleTests() : LayerContract<OneSampleNet>(new(
    Input: 37, Output: 1, Parameters: 79 * 38 + 151 * 79 + 41 * 152 + 42, Flops: 79 * 76 + 151 * 159 + 41 * 304 + 83));

public class DeterministicSampleTests() : LayerContract<DeterministicSampleNet>(new(
    Input: 37, Output: 2, Parameters: 80 * 38 + 150 * 81 + 2 * 151, Flops: 80 * 76 + 150 * 162 + 2 * 301));
