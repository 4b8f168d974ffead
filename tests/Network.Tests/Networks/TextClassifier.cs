namespace StaticNet.Network.Tests.Networks;

/// <summary>
/// One of five classes for a text of 20 words: Cho et al., "Learning phrase representations using RNN encoder-decoder",
/// 2014.
/// </summary>
[Network(MaxBatch = 4), Input(20, Type = Element.Int32), Embedding(100, 24), GRU(32), Dense(5), SoftmaxCrossEntropy]
public partial class GRUClassifier;

/// <summary>The same by a layer without gates: Elman, "Finding structure in time", 1990.</summary>
[Network(MaxBatch = 4), Input(20, Type = Element.Int32), Embedding(100, 24), RNN(32), Dense(5), SoftmaxCrossEntropy]
public partial class RNNClassifier;
