namespace StaticNet.Platforms;

/// <summary>Networks that between them use every kernel, each also with bits that no platform may change.</summary>
[Network(MaxBatch = 13), Input(21), Dense(37), BatchNorm, ReLU, Dropout(0.2), Dense(11), Tanh, Dense(5), SoftmaxCrossEntropy]
public partial class Classifier;

[Network(MaxBatch = 13, Deterministic = true), Input(21), Dense(37), BatchNorm, ReLU, Dropout(0.2), Dense(11), Tanh, Dense(5), SoftmaxCrossEntropy]
public partial class ExactClassifier;

[Network(MaxBatch = 9), Input(6), Dense(18), LeakyReLU(0.1), Dense(18, Name = "inner"), Sigmoid, Add("leakyrelu1", "sigmoid1"), Dense(2), MeanSquaredError]
public partial class Regression;

[Network(MaxBatch = 9, Deterministic = true), Input(6), Dense(18), LeakyReLU(0.1), Dense(18, Name = "inner"), Sigmoid, Add("leakyrelu1", "sigmoid1"), Dense(2), MeanSquaredError]
public partial class ExactRegression;

[Network(MaxBatch = 4), Input(40), Dense(70), Softmax, Dense(3), BinaryCrossEntropy]
public partial class Attention;

[Network(MaxBatch = 4, Deterministic = true), Input(40), Dense(70), Softmax, Dense(3), BinaryCrossEntropy]
public partial class ExactAttention;
