using StaticNet;

namespace Compare;

[Network(MaxBatch = 1, Stream = true), Input(32, 16), Dense(64), ReLU, Dense(64), ReLU, Dense(1), MeanSquaredError]
internal sealed partial class DenseStream;

[Network(MaxBatch = 1, Stream = true), Input(32, 1), LSTM(16, ReturnSequences = true), Dense(1), MeanSquaredError]
internal sealed partial class SmallLstmStream;

[Network(MaxBatch = 1, Stream = true), Input(32, 1), LSTM(40, ReturnSequences = true), Dense(1), MeanSquaredError]
internal sealed partial class LargeLstmStream;

[Network(MaxBatch = 1, Stream = true), Input(32, 1), GRU(24, ReturnSequences = true), Dense(1), MeanSquaredError]
internal sealed partial class GruStream;
