namespace StaticNet.Network.Tests.Goldens;

[Network(MaxBatch = 4, InputGradient = true), Input(4, 3), RNN(5)]
public partial class GoldenRNN;

[Network(MaxBatch = 4, InputGradient = true), Input(5, 2), RNN(3, Layers = 2, Bidirectional = true, ReturnSequences = true, Nonlinearity = Nonlinearity.ReLU)]
public partial class GoldenStackedRNN;

[Network(MaxBatch = 4, InputGradient = true), Input(7, 3), RNN(17, Bias = false, Truncate = 2, ReturnSequences = true)]
public partial class GoldenTruncatedRNN;

[Network(MaxBatch = 4, InputGradient = true), Input(36), Slice(1, 12, 24, Name = "state"), Slice(1, 0, 12, From = "input"), Reshape(4, 3)]
[RNN(6, Layers = 2, Bidirectional = true, InitialState = new[] { "state" })]
public partial class GoldenRNNFromStates;

[Network(MaxBatch = 4, InputGradient = true), Input(3, 16), RNN(16, Layers = 2, Dropout = 0.25, Nonlinearity = Nonlinearity.ReLU)]
public partial class GoldenRNNInEvaluation;

[Network(MaxBatch = 4, InputGradient = true), Input(4, 3), LSTM(5)]
public partial class GoldenLSTM;

[Network(MaxBatch = 4, InputGradient = true), Input(5, 2), LSTM(3, Layers = 2, Bidirectional = true, ReturnSequences = true)]
public partial class GoldenStackedLSTM;

[Network(MaxBatch = 4, InputGradient = true), Input(7, 3), LSTM(17, Bias = false, Truncate = 2, ReturnSequences = true)]
public partial class GoldenTruncatedLSTM;

[Network(MaxBatch = 4, InputGradient = true), Input(60), Slice(1, 12, 24, Name = "state"), Slice(1, 36, 24, From = "input"), Reshape(4, 6, Name = "cells")]
[Slice(1, 0, 12, From = "input"), Reshape(4, 3), LSTM(6, Layers = 2, Bidirectional = true, InitialState = new[] { "state", "cells" })]
public partial class GoldenLSTMFromStates;

[Network(MaxBatch = 4, InputGradient = true), Input(17), Slice(1, 12, 5, Name = "state"), Slice(1, 0, 12, From = "input"), Reshape(4, 3)]
[LSTM(5, InitialState = new[] { "state" })]
public partial class GoldenLSTMFromOneState;

[Network(MaxBatch = 4, InputGradient = true), Input(3, 16), LSTM(16, Layers = 2, Dropout = 0.25)]
public partial class GoldenLSTMInEvaluation;

[Network(MaxBatch = 4, InputGradient = true), Input(4, 3), GRU(5)]
public partial class GoldenGRU;

[Network(MaxBatch = 4, InputGradient = true), Input(5, 2), GRU(3, Layers = 2, Bidirectional = true, ReturnSequences = true)]
public partial class GoldenStackedGRU;

[Network(MaxBatch = 4, InputGradient = true), Input(7, 3), GRU(17, Bias = false, Truncate = 2, ReturnSequences = true)]
public partial class GoldenTruncatedGRU;

[Network(MaxBatch = 4, InputGradient = true), Input(36), Slice(1, 12, 24, Name = "state"), Slice(1, 0, 12, From = "input"), Reshape(4, 3)]
[GRU(6, Layers = 2, Bidirectional = true, InitialState = new[] { "state" })]
public partial class GoldenGRUFromStates;

[Network(MaxBatch = 4, InputGradient = true), Input(3, 16), GRU(16, Layers = 2, Dropout = 0.25)]
public partial class GoldenGRUInEvaluation;
