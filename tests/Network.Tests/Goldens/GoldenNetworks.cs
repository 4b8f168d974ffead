namespace StaticNet.Network.Tests.Goldens;

[Network(MaxBatch = 4, InputGradient = true), Input(5), Dense(4)]
public partial class GoldenLinear5To4;

[Network(MaxBatch = 4, InputGradient = true), Input(3), Dense(6, Bias = false)]
public partial class GoldenLinear3To6;

[Network(MaxBatch = 4, InputGradient = true), Input(17), Dense(19)]
public partial class GoldenLinear17To19;

[Network(MaxBatch = 6, InputGradient = true), Input(3), BatchNorm]
public partial class GoldenBatchNorm;

[Network(MaxBatch = 4, InputGradient = true), Input(5), ReLU]
public partial class GoldenReLU;

[Network(MaxBatch = 4, InputGradient = true), Input(5), LeakyReLU]
public partial class GoldenLeakyReLU;

[Network(MaxBatch = 4, InputGradient = true), Input(5), Sigmoid]
public partial class GoldenSigmoid;

[Network(MaxBatch = 4, InputGradient = true), Input(5), Tanh]
public partial class GoldenTanh;

[Network(MaxBatch = 4, InputGradient = true), Input(5), Softmax]
public partial class GoldenSoftmax;
