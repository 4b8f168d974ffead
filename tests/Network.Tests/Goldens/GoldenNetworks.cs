namespace StaticNet.Network.Tests.Goldens;

[Network(MaxBatch = 4, InputGradient = true), Input(5), Dense(4)]
public partial class GoldenLinear5To4;

[Network(MaxBatch = 4, InputGradient = true), Input(3), Dense(6, Bias = false)]
public partial class GoldenLinear3To6;

[Network(MaxBatch = 4, InputGradient = true), Input(17), Dense(19)]
public partial class GoldenLinear17To19;

[Network(MaxBatch = 6, InputGradient = true), Input(3), BatchNorm]
public partial class GoldenBatchNorm;

[Network(MaxBatch = 6, InputGradient = true), Input(3), BatchNorm(Momentum = 0.3, Epsilon = 0.01, Affine = false)]
public partial class GoldenBatchNormOfOptions;

[Network(MaxBatch = 4, InputGradient = true), Input(5), LayerNorm]
public partial class GoldenLayerNorm;

[Network(MaxBatch = 4, InputGradient = true), Input(5), LayerNorm(Epsilon = 0.01, Affine = false)]
public partial class GoldenPlainLayerNorm;

[Network(MaxBatch = 4, InputGradient = true), Input(5), RMSNorm]
public partial class GoldenRMSNorm;

[Network(MaxBatch = 4, InputGradient = true), Input(5), RMSNorm(Epsilon = 0.01, Affine = false)]
public partial class GoldenPlainRMSNorm;

[Network(MaxBatch = 4, InputGradient = true), Input(5), ReLU]
public partial class GoldenReLU;

[Network(MaxBatch = 4, InputGradient = true), Input(5), LeakyReLU]
public partial class GoldenLeakyReLU;

[Network(MaxBatch = 4, InputGradient = true), Input(5), LeakyReLU(0.2)]
public partial class GoldenLeakyReLUOfFifth;

[Network(MaxBatch = 4, InputGradient = true), Input(5), Sigmoid]
public partial class GoldenSigmoid;

[Network(MaxBatch = 4, InputGradient = true), Input(5), Tanh]
public partial class GoldenTanh;

[Network(MaxBatch = 4, InputGradient = true), Input(5), Softmax]
public partial class GoldenSoftmax;

[Network(MaxBatch = 4, InputGradient = true), Input(5), ELU]
public partial class GoldenELU;

[Network(MaxBatch = 4, InputGradient = true), Input(5), ELU(0.5)]
public partial class GoldenELUOfHalf;

[Network(MaxBatch = 4, InputGradient = true), Input(5), SELU]
public partial class GoldenSELU;

[Network(MaxBatch = 4, InputGradient = true), Input(5), GELU]
public partial class GoldenGELU;

[Network(MaxBatch = 4, InputGradient = true), Input(5), GELU(Approximate = GELUApproximation.Tanh)]
public partial class GoldenGELUByTanh;

[Network(MaxBatch = 4, InputGradient = true), Input(5), SiLU]
public partial class GoldenSiLU;

[Network(MaxBatch = 4, InputGradient = true), Input(5), Mish]
public partial class GoldenMish;

[Network(MaxBatch = 4, InputGradient = true), Input(5), Softplus]
public partial class GoldenSoftplus;

[Network(MaxBatch = 4, InputGradient = true), Input(5), Softplus(Beta = 2, Threshold = 3)]
public partial class GoldenSoftplusOfTwo;

[Network(MaxBatch = 4, InputGradient = true), Input(5), Softsign]
public partial class GoldenSoftsign;

[Network(MaxBatch = 4, InputGradient = true), Input(5), LogSigmoid]
public partial class GoldenLogSigmoid;

[Network(MaxBatch = 4, InputGradient = true), Input(5), LogSoftmax]
public partial class GoldenLogSoftmax;

[Network(MaxBatch = 4, InputGradient = true), Input(5), HardSigmoid]
public partial class GoldenHardSigmoid;

[Network(MaxBatch = 4, InputGradient = true), Input(5), HardSwish]
public partial class GoldenHardSwish;

[Network(MaxBatch = 4, InputGradient = true), Input(5), HardTanh]
public partial class GoldenHardTanh;

[Network(MaxBatch = 4, InputGradient = true), Input(5), HardTanh(-0.5, 2)]
public partial class GoldenHardTanhOfTwo;

[Network(MaxBatch = 4, InputGradient = true), Input(5), ReLU6]
public partial class GoldenReLU6;

[Network(MaxBatch = 4, InputGradient = true), Input(5), PReLU]
public partial class GoldenPReLU;

[Network(MaxBatch = 4, InputGradient = true), Input(5), PReLU(PerChannel = true)]
public partial class GoldenPReLUOfFeatures;
