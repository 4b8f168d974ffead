namespace StaticNet.Network.Tests.Networks;

/// <summary>
/// One value from 50 steps of 6 features: Hochreiter and Schmidhuber, "Long short-term memory", 1997.
/// </summary>
[Network(MaxBatch = 4), Input(50, 6), LSTM(30), Dense(1), MeanSquaredError]
public partial class Forecaster;

/// <summary>The same from the second of two layers, one reading the other's states.</summary>
[Network(MaxBatch = 4), Input(50, 6), LSTM(30, Layers = 2), Dense(1), MeanSquaredError]
public partial class StackedForecaster;

/// <summary>
/// The same from both ends of the sequence: Graves and Schmidhuber, "Framewise phoneme classification", 2005.
/// </summary>
[Network(MaxBatch = 4), Input(50, 6), LSTM(30, Bidirectional = true), Dense(1), MeanSquaredError]
public partial class BidirectionalForecaster;
