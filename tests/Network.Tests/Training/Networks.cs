namespace StaticNet.Network.Tests.Training;

[Network(MaxBatch = 8, InputGradient = true), Input(3), Dense(6), Tanh, Dense(2), MeanSquaredError]
public partial class SmoothNet;

[Network(MaxBatch = 8), Input(3), Dense(6), Tanh, Dense(4), SoftmaxCrossEntropy]
public partial class ClassifierNet;

[Network(MaxBatch = 8), Input(3), Dense(6), Tanh, Dense(2), BinaryCrossEntropy]
public partial class DeciderNet;

[Network(MaxBatch = 8), Input(3), Dense(9), BatchNorm, ReLU, Dropout(0.5), Dense(4), SoftmaxCrossEntropy]
public partial class NoisyNet;
