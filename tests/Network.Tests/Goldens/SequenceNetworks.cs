namespace StaticNet.Network.Tests.Goldens;

[Network(MaxBatch = 3), Input(4, Type = Element.Int32), Embedding(7, 5)]
public partial class GoldenEmbedding;

[Network(MaxBatch = 3), Input(4, Type = Element.Int32), Embedding(9, 17, PaddingIndex = 6)]
public partial class GoldenPaddedEmbedding;

[Network(MaxBatch = 4, InputGradient = true), Input(3, 6), PositionalEmbedding]
public partial class GoldenPositionalEmbedding;

[Network(MaxBatch = 4, InputGradient = true), Input(3, 6), PositionalEncoding]
public partial class GoldenPositionalEncoding;

[Network(MaxBatch = 4, InputGradient = true), Input(4, 5), PositionalEncoding(Base = 100)]
public partial class GoldenOddPositionalEncoding;

[Network(MaxBatch = 4, InputGradient = true), Input(5, 4), MultiHeadAttention(2)]
public partial class GoldenAttention;

[Network(MaxBatch = 4, InputGradient = true), Input(5, 3), MultiHeadAttention(1)]
public partial class GoldenAttentionOfOneHead;

[Network(MaxBatch = 4, InputGradient = true), Input(5, 6), MultiHeadAttention(2, Bias = false)]
public partial class GoldenAttentionWithoutBias;

[Network(MaxBatch = 4, InputGradient = true), Input(5, 6), MultiHeadAttention(3, Causal = true)]
public partial class GoldenCausalAttention;

[Network(MaxBatch = 4, InputGradient = true), Input(19, 32), MultiHeadAttention(2)]
public partial class GoldenWideAttention;

[Network(MaxBatch = 4, InputGradient = true), Input(17, 18), MultiHeadAttention(3, Causal = true)]
public partial class GoldenAttentionOfMany;

[Network(MaxBatch = 4, InputGradient = true), Input(5, 4, Name = "x"), Input(5, Name = "seen", Type = Element.Int32), MultiHeadAttention(2, From = "x", Mask = "seen")]
public partial class GoldenMaskedAttention;

[Network(MaxBatch = 4, InputGradient = true), Input(5, 4, Name = "x"), Input(5, Name = "words", Type = Element.Int32)]
[MultiHeadAttention(2, From = "x", Mask = "words", PaddingIndex = 3, Causal = true)]
public partial class GoldenMaskedCausalAttention;

[Network(MaxBatch = 4, InputGradient = true), Input(3, 4, Name = "x"), Input(5, 4, Name = "memory"), MultiHeadAttention(2, From = "x", Memory = "memory")]
public partial class GoldenAttentionOfMemory;

[Network(MaxBatch = 4, InputGradient = true), Input(3, 6, Name = "x"), Input(5, 6, Name = "memory"), Input(5, Name = "seen", Type = Element.Int32)]
[MultiHeadAttention(2, From = "x", Memory = "memory", Mask = "seen", Bias = false)]
public partial class GoldenAttentionOfMaskedMemory;

[Network(MaxBatch = 4), Input(5, 4), MultiHeadAttention(2, Dropout = 0.5)]
public partial class GoldenAttentionInference;

[Network(MaxBatch = 4, InputGradient = true), Input(5, 4), TransformerEncoderLayer(2, 5, Dropout = 0)]
public partial class GoldenTransformer;

[Network(MaxBatch = 4, InputGradient = true), Input(5, 6), TransformerEncoderLayer(3, 8, Dropout = 0, Activation = TransformerActivation.GELU, Epsilon = 0.01)]
public partial class GoldenTransformerOfGELU;

[Network(MaxBatch = 4, InputGradient = true), Input(5, 6), TransformerEncoderLayer(2, 5, Dropout = 0, NormFirst = true)]
public partial class GoldenTransformerNormFirst;

[Network(MaxBatch = 4, InputGradient = true), Input(5, 4)]
[TransformerEncoderLayer(1, 7, Dropout = 0, NormFirst = true, Causal = true, Activation = TransformerActivation.GELU)]
public partial class GoldenCausalTransformer;

[Network(MaxBatch = 4, InputGradient = true), Input(5, 32), TransformerEncoderLayer(4, 20, Dropout = 0)]
public partial class GoldenWideTransformer;

[Network(MaxBatch = 4, InputGradient = true), Input(5, 4, Name = "x"), Input(5, Name = "seen", Type = Element.Int32), TransformerEncoderLayer(2, 5, Dropout = 0, From = "x", Mask = "seen")]
public partial class GoldenMaskedTransformer;

[Network(MaxBatch = 4, InputGradient = true), Input(5, 4, Name = "x"), Input(5, Name = "words", Type = Element.Int32)]
[TransformerEncoderLayer(2, 5, Dropout = 0, From = "x", Mask = "words", PaddingIndex = 3, Causal = true)]
public partial class GoldenMaskedCausalTransformer;

[Network(MaxBatch = 4), Input(5, 4), TransformerEncoderLayer(2, 6)]
public partial class GoldenTransformerInference;
