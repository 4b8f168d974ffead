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

[Network(MaxBatch = 5, InputGradient = true), Input(2), Flatten, MeanSquaredError]
public partial class GoldenMeanSquaredError2;

[Network(MaxBatch = 5, InputGradient = true), Input(3), Flatten, MeanSquaredError]
public partial class GoldenMeanSquaredError3;

[Network(MaxBatch = 5, InputGradient = true), Input(1), Flatten, BinaryCrossEntropy]
public partial class GoldenBinaryCrossEntropy1;

[Network(MaxBatch = 5, InputGradient = true), Input(2), Flatten, BinaryCrossEntropy]
public partial class GoldenBinaryCrossEntropy2;

[Network(MaxBatch = 5, InputGradient = true), Input(3), Flatten, BinaryCrossEntropy]
public partial class GoldenBinaryCrossEntropy3;

[Network(MaxBatch = 5, InputGradient = true), Input(3), Flatten, SoftmaxCrossEntropy]
public partial class GoldenSoftmaxCrossEntropy3;

[Network(MaxBatch = 5, InputGradient = true), Input(4), Flatten, SoftmaxCrossEntropy]
public partial class GoldenSoftmaxCrossEntropy4;
