namespace StaticNet.Network.Tests.Goldens;

[Network(MaxBatch = 4, InputGradient = true), Input(6, 3, 5), GroupNorm(2)]
public partial class GoldenGroupNorm;

[Network(MaxBatch = 4, InputGradient = true), Input(6, 3, 2), GroupNorm(3, Epsilon = 0.01, Affine = false)]
public partial class GoldenPlainGroupNorm;

[Network(MaxBatch = 4, InputGradient = true), Input(4, 3, 5), InstanceNorm]
public partial class GoldenInstanceNorm;

[Network(MaxBatch = 4, InputGradient = true), Input(17, 3, 2), InstanceNorm(Epsilon = 0.01, Affine = true)]
public partial class GoldenAffineInstanceNorm;

[Network(MaxBatch = 4, InputGradient = true), Input(18, 2, 3), PixelShuffle(3)]
public partial class GoldenPixelShuffle;

[Network(MaxBatch = 4, InputGradient = true), Input(8, 3, 2), PixelShuffle(2)]
public partial class GoldenPixelShuffleByTwo;

[Network(MaxBatch = 4, InputGradient = true), Input(3, 2, 3), ZeroPad2D(1)]
public partial class GoldenZeroPad2DByOne;

[Network(MaxBatch = 4, InputGradient = true), Input(3, 2, 3), ZeroPad2D(2)]
public partial class GoldenZeroPad2D;

[Network(MaxBatch = 4, InputGradient = true), Input(3, 5), Dense(4)]
public partial class GoldenDenseOfSequence;

[Network(MaxBatch = 4, InputGradient = true), Input(3, 7), LayerNorm]
public partial class GoldenLayerNormOfSequence;

[Network(MaxBatch = 4, InputGradient = true), Input(3, 7), Softmax]
public partial class GoldenSoftmaxOfSequence;

[Network(MaxBatch = 4, InputGradient = true), Input(3, 7), LogSoftmax]
public partial class GoldenLogSoftmaxOfSequence;
