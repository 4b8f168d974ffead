using StaticNet;

namespace StaticNetApp;

/// <summary>From a point of the plane to the spiral that it lies on. Press F12 on a generated member to read the code.</summary>
[Network(MaxBatch = 64)]
[Input(2)]
[Dense(32), Tanh]
[Dense(32), Tanh]
[Dense(SpiralPoints.Count), SoftmaxCrossEntropy]
public partial class SpiralNet;
