namespace StaticNet.Network.Tests.Emitted;

// Shapes at the edges of the kernels: one element, primes, below and above the limits of unrolling, wide.
[Network(MaxBatch = 1, InputGradient = true), Input(1), Dense(1), MeanSquaredError]
public partial class OneByOneNet;

[Network(MaxBatch = 128), Input(784), Dense(512), ReLU, Dense(256), ReLU, Dense(10), SoftmaxCrossEntropy]
public partial class WideNet;

[Network(MaxBatch = 37, InputGradient = true), Input(7, 11, 13), Flatten, Dense(31), Sigmoid, Dense(127), BatchNorm, LeakyReLU, Dense(3), BinaryCrossEntropy]
public partial class PrimeNet;

[Network(MaxBatch = 8, InputGradient = true), Input(32), Dense(64), Tanh, Dense(33), Tanh, Dense(65), Softmax, Dense(1), MeanSquaredError]
public partial class LimitNet;

[Network(MaxBatch = 64), Input(50, 32), LSTM(128), Dense(1), MeanSquaredError]
public partial class LongNet;

[Network(MaxBatch = 9, InputGradient = true), Input(1, 1), GRU(1, Layers = 3, Bidirectional = true), RNN(33, From = "input"), Concat("gru1", "rnn1"), MeanSquaredError]
public partial class OneStepNet;

[Network(MaxBatch = 3), Input(4096), Dense(2), Tanh, Dense(4096), BatchNorm, Dropout(0.5), Add("dense2", "dropout1"), Dense(1000), SoftmaxCrossEntropy]
public partial class FatNet;
