using StaticNet;

namespace Digits;

/// <summary>From an image of 8×8 pixels in [0, 1] to the ten digits.</summary>
[Network(MaxBatch = 64), Input(1, 8, 8)]
[Flatten, Dense(128), ReLU, Dropout(0.2)]
[Dense(64), ReLU]
[Dense(10), SoftmaxCrossEntropy]
internal sealed partial class DigitNet;
