namespace StaticNet.Network.Tests.Networks;

/// <summary>Two inputs that gate each other, and two outputs with a loss each.</summary>
[Network(MaxBatch = 4)]
[Input(12, Name = "image"), Dense(16), ReLU(Name = "seen"), Input(5, Name = "facts"), Dense(16), Tanh(Name = "known")]
[Multiply("seen", "known"), Dense(7), Output("mask"), ReLU, Dense(3)]
[SoftmaxCrossEntropy(From = "output"), MeanSquaredError(From = "mask", Weight = 0.5)]
public partial class TwoLosses;
