namespace StaticNet.Network.Tests.Networks;

/// <summary>
/// The next character at each of 32 places: Radford et al., "Improving language understanding by generative
/// pre-training", 2018.
/// </summary>
[Network(MaxBatch = 2), Input(32, Type = Element.Int32), Embedding(65, 64), PositionalEmbedding]
[TransformerEncoderLayer(4, 256, NormFirst = true, Causal = true, Activation = TransformerActivation.GELU, Dropout = 0)]
[TransformerEncoderLayer(4, 256, NormFirst = true, Causal = true, Activation = TransformerActivation.GELU, Dropout = 0)]
[LayerNorm, Dense(65), SoftmaxCrossEntropy]
public partial class CharTransformer;

/// <summary>The same at reduced width, for 8 places.</summary>
[Network(MaxBatch = 2), Input(8, Type = Element.Int32), Embedding(65, 6), PositionalEmbedding]
[TransformerEncoderLayer(2, 12, NormFirst = true, Causal = true, Activation = TransformerActivation.GELU, Dropout = 0)]
[TransformerEncoderLayer(2, 12, NormFirst = true, Causal = true, Activation = TransformerActivation.GELU, Dropout = 0)]
[LayerNorm, Dense(65), SoftmaxCrossEntropy]
public partial class NarrowCharTransformer;
