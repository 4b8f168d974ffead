namespace StaticNet.Network.Tests.Goldens;

[Network(MaxBatch = 4, InputGradient = true), Input(6), Dense(6, Name = "tied"), Tanh, Dense(6, Share = "tied")]
public partial class GoldenTwiceDense;

[Network(MaxBatch = 4, InputGradient = true), Input(5)]
[Dense(5), Tanh, Dense(5, Share = "dense1"), Tanh, Dense(5, Share = "dense2", Bias = false), Tanh, Dense(2)]
public partial class GoldenThriceDense;

[Network(MaxBatch = 4, InputGradient = true), Input(37), Dense(37), Tanh, Dense(37, Share = "dense1")]
public partial class GoldenWideSharedDense;

[Network(MaxBatch = 4, InputGradient = true), Input(7, Name = "x"), Input(7, Name = "z")]
[Dense(3, Name = "tied", From = "x"), Tanh, Dense(3, Share = "tied", From = "z"), Multiply("tanh1", "dense2")]
public partial class GoldenSiameseDense;

[Network(MaxBatch = 4, InputGradient = true), Input(5, 4), Dense(4), Tanh, Dense(4, Share = "dense1")]
public partial class GoldenSharedDenseOfSequence;

[Network(MaxBatch = 4, InputGradient = true), Input(3, 5, 4), Conv2D(3, 3, Padding = 1), Tanh, Conv2D(3, 3, Padding = 1, Share = "conv1")]
public partial class GoldenTwiceConv2D;

[Network(MaxBatch = 4, InputGradient = true), Input(4, 5, 4)]
[Conv2D(4, 3, Padding = 1, Groups = 4), Tanh, Conv2D(4, 3, Padding = 1, Groups = 4, Share = "conv1")]
public partial class GoldenTwiceDepthwise;

[Network(MaxBatch = 4, InputGradient = true), Input(4, 5, 4)]
[Conv2D(4, 3, Padding = 1, Groups = 2), Tanh, Conv2D(4, 3, Padding = 1, Groups = 2, Share = "conv1")]
public partial class GoldenTwiceGrouped;

[Network(MaxBatch = 4, InputGradient = true), Input(2, 6, 6), Conv2D(2, 3, Padding = 1), MaxPool2D(2), Conv2D(2, 3, Padding = 1, Share = "conv1")]
public partial class GoldenSharedConv2DOfTwoSizes;

[Network(MaxBatch = 4, InputGradient = true), Input(6, 3), Conv1D(3, 3, Padding = 1), Tanh, Conv1D(3, 3, Padding = 1, Share = "conv1")]
public partial class GoldenTwiceConv1D;

[Network(MaxBatch = 4, InputGradient = true), Input(2, 3, 2)]
[ConvTranspose2D(2, 2, Stride = 2), Tanh, ConvTranspose2D(2, 2, Stride = 2, Share = "conv1")]
public partial class GoldenTwiceConvTranspose2D;

[Network(MaxBatch = 4, InputGradient = true), Input(5, 4), LSTM(4, ReturnSequences = true), LSTM(4, ReturnSequences = true, Share = "lstm1")]
public partial class GoldenTwiceLSTM;

[Network(MaxBatch = 4, InputGradient = true), Input(5, 3), GRU(3, ReturnSequences = true), GRU(3, ReturnSequences = true, Share = "gru1")]
public partial class GoldenTwiceGRU;

[Network(MaxBatch = 4, InputGradient = true), Input(5, 4)]
[RNN(2, Bidirectional = true, ReturnSequences = true), RNN(2, Bidirectional = true, ReturnSequences = true, Share = "rnn1")]
public partial class GoldenTwiceRNN;

[Network(MaxBatch = 4), Input(4, Type = Element.Int32, Name = "t"), Input(4, Type = Element.Int32, Name = "u")]
[Embedding(7, 5, From = "t"), Embedding(7, 5, From = "u", Share = "embedding1"), Multiply("embedding1", "embedding2")]
public partial class GoldenTwiceEmbedding;

[Network(MaxBatch = 4, InputGradient = true), Input(6), LayerNorm, Tanh, LayerNorm(Share = "layernorm1")]
public partial class GoldenTwiceLayerNorm;

[Network(MaxBatch = 4, InputGradient = true), Input(5), PReLU, Dense(4), PReLU(Share = "prelu1")]
public partial class GoldenTwicePReLU;

[Network(MaxBatch = 4, InputGradient = true), Input(5, 4), MultiHeadAttention(2, Name = "attention1"), MultiHeadAttention(2, Share = "attention1")]
public partial class GoldenTwiceAttention;
