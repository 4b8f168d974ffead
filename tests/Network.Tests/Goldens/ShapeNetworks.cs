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

[Network(MaxBatch = 4, InputGradient = true), Input(3, 3, 4), UpSample2D(2)]
public partial class GoldenUpSample2D;

[Network(MaxBatch = 4, InputGradient = true), Input(3, 3, 4), UpSample2D(2, Mode = Interpolation.Linear)]
public partial class GoldenUpSample2DLinear;

[Network(MaxBatch = 4, InputGradient = true), Input(17, 4, 1), UpSample2D(3, Mode = Interpolation.Linear)]
public partial class GoldenUpSample2DLinearByThree;

[Network(MaxBatch = 4, InputGradient = true), Input(2, 4, 5), UpSample2D(3, Mode = Interpolation.Linear, AlignCorners = true)]
public partial class GoldenUpSample2DCorners;

[Network(MaxBatch = 4, InputGradient = true), Input(4, 3), UpSample1D(3)]
public partial class GoldenUpSample1D;

[Network(MaxBatch = 4, InputGradient = true), Input(5, 17), UpSample1D(4, Mode = Interpolation.Linear)]
public partial class GoldenUpSample1DLinear;

[Network(MaxBatch = 4, InputGradient = true), Input(5, 3), UpSample1D(2, Mode = Interpolation.Linear, AlignCorners = true)]
public partial class GoldenUpSample1DCorners;

[Network(MaxBatch = 4, InputGradient = true), Input(4, 3), ZeroPad1D(1)]
public partial class GoldenZeroPad1D;

[Network(MaxBatch = 4, InputGradient = true), Input(3, 17), ZeroPad1D(2)]
public partial class GoldenZeroPad1DByTwo;
