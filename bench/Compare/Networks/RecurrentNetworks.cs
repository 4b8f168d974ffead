using StaticNet;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Compare;

[Network(Threads = 2, MaxBatch = 200), Input(50, 6), LSTM(30), Dense(1), MeanSquaredError]
internal sealed partial class SmallLstm;

[Network(Threads = 2, MaxBatch = 64), Input(50, 32), LSTM(128), Dense(1), MeanSquaredError]
internal sealed partial class LargeLstm;

[Network(Threads = 2, MaxBatch = 200), Input(50, 6), GRU(30), Dense(1), MeanSquaredError]
internal sealed partial class SmallGru;

[Network(Threads = 2, MaxBatch = 64), Input(50, 32), GRU(128), Dense(1), MeanSquaredError]
internal sealed partial class LargeGru;

[Network(Threads = 2, MaxBatch = 200), Input(50, 6), RNN(30), Dense(1), MeanSquaredError]
internal sealed partial class SmallRnn;

[Network(Threads = 2, MaxBatch = 64), Input(50, 32), RNN(128), Dense(1), MeanSquaredError]
internal sealed partial class LargeRnn;

/// <summary>The same recurrences in libtorch.</summary>
internal static class RecurrentModules
{
    public static Recurrent<LSTM> Lstm(int inputs, int units) =>
        new(nn.LSTM(inputs, units, batchFirst: true), nn.Linear(units, 1), (layer, x) => layer.forward(x).Item2);

    public static Recurrent<GRU> Gru(int inputs, int units) =>
        new(nn.GRU(inputs, units, batchFirst: true), nn.Linear(units, 1), (layer, x) => layer.forward(x).Item2);

    public static Recurrent<RNN> Rnn(int inputs, int units) =>
        new(nn.RNN(inputs, units, batchFirst: true), nn.Linear(units, 1), (layer, x) => layer.forward(x, null).Item2);
}
