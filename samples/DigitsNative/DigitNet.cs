using StaticNet;

namespace DigitsNative;

/// <summary>The layers that samples/Digits trains, for one image at a time.</summary>
[Network(MaxBatch = 1), Input(1, 8, 8)]
[Flatten, Dense(128), ReLU, Dropout(0.2)]
[Dense(64), ReLU]
[Dense(10), SoftmaxCrossEntropy]
internal sealed partial class DigitNet;
