using StaticNet.Generator.Lowering;
using StaticNet.Generator.Tests.Plan;

namespace StaticNet.Generator.Tests.Lowering;

/// <summary>What layers refuse, and how they say it.</summary>
public class LayerErrorTests
{
    private const string Change = "change an extent, or write -1 for the one that follows from the others";

    [Theory]
    [InlineData("Input(28), Reshape(4, 8)", "SN0204: 'reshape1' (Reshape) to [n,4,8] holds 32 elements a sample, but 'input' produces [n,28], which has 28; " + Change)]
    [InlineData("Input(28), Reshape(5, -1)", "SN0204: 'reshape1' (Reshape) to [n,5,-1] holds a multiple of 5 elements a sample, but 'input' produces [n,28], which has 28; " + Change)]
    [InlineData("Input(28), Reshape(100000, 100000)", "SN0204: 'reshape1' (Reshape) to [n,100000,100000] holds 10000000000 elements a sample, but 'input' produces [n,28], which has 28; " + Change)]
    [InlineData("Input(28), Reshape(100000, 100000, -1)", "SN0204: 'reshape1' (Reshape) to [n,100000,100000,-1] holds a multiple of 10000000000 elements a sample, but 'input' produces [n,28], which has 28; " + Change)]
    [InlineData("Input(28), Reshape(-1, -1)", "SN0028: 'reshape1': the count of -1 among the extents must be at most 1, but is 2")]
    [InlineData("Input(28), Reshape(0, 4)", "SN0028: 'reshape1': extent 1 must be at least 1, or -1, but is 0")]
    [InlineData("Input(28), Reshape", "SN0028: 'reshape1': the number of extents must be at least 1, but is 0")]
    [InlineData("Input(4), Dense(3), Add(\"input\", \"dense1\")", "SN0202: 'add1' (Add) joins 'input' [n,4] with 'dense1' [n,3], but their shapes must be equal; make 'dense1' [n,4]")]
    [InlineData("Input(2, 4, 5), Flatten, Multiply(\"input\", \"flatten1\")", "SN0202: 'multiply1' (Multiply) joins 'input' [n,2,4,5] with 'flatten1' [n,40], but their shapes must be equal; make 'flatten1' [n,2,4,5]")]
    [InlineData("Input(2, 4, 5), Conv2D(3, 2), Concat(\"input\", \"conv1\")", "SN0202: 'concat1' (Concat) joins 'input' [n,2,4,5] with 'conv1' [n,3,3,4], but they may differ along axis 1 alone; make 'conv1' [n,3,4,5]")]
    [InlineData("Input(4, 5), Conv1D(7, 1), Concat(\"input\", \"conv1\")", "SN0202: 'concat1' (Concat) joins 'input' [n,4,5] with 'conv1' [n,4,7], but they may differ along axis 1 alone; make 'conv1' [n,4,5], or write Axis = 2")]
    [InlineData("Input(4, 5), Flatten, Concat(\"input\", \"flatten1\")", "SN0202: 'concat1' (Concat) joins 'input' [n,4,5] with 'flatten1' [n,20], but they may differ along axis 1 alone; make 'flatten1' [n,4,5]")]
    [InlineData("Input(4, 7), PReLU(PerChannel = true)", "SN0201: 'prelu1' (PReLU) needs one feature axis for a slope each, but 'input' produces [n,4,7]; add [Flatten] between them or leave out PerChannel")]
    [InlineData("Input(3, 4, 7), LogSoftmax", "SN0201: 'logsoftmax1' (LogSoftmax) needs one feature axis, but 'input' produces [n,3,4,7]; add [Flatten] between them")]
    [InlineData("Input(4), PReLU(Slope = double.NaN)", "SN0028: 'prelu1': Slope must be finite, but is NaN")]
    [InlineData("Input(4), ELU(-1)", "SN0028: 'elu1': alpha must be finite and not negative, but is -1")]
    [InlineData("Input(4), HardTanh(1, 1)", "SN0028: 'hardtanh1': max must be finite and above min, but is 1")]
    [InlineData("Input(4), HardTanh(double.NegativeInfinity, 1)", "SN0028: 'hardtanh1': min must be finite, but is -Infinity")]
    [InlineData("Input(4), Softplus(Beta = 0)", "SN0028: 'softplus1': Beta must be positive and finite, but is 0")]
    [InlineData("Input(4), Softplus(Beta = 1e-60)", "SN0028: 'softplus1': Beta must be positive and finite, but is 1E-60, which is 0 in single precision")]
    [InlineData("Input(4), Softplus(Beta = 1e-40)", "SN0028: 'softplus1': Beta must be large enough for a finite reciprocal, but is 1E-40")]
    [InlineData("Input(4), SmoothL1(1e-40)", "SN0028: 'smoothl11': beta must be large enough for a finite reciprocal, but is 1E-40")]
    [InlineData("Input(4), Dense(2, WeightsScale = 1e300)", "SN0028: 'dense1': WeightsScale must be finite, but is 1E+300, which is Infinity in single precision")]
    [InlineData("Input(4), LeakyReLU(1e300)", "SN0028: 'leakyrelu1': slope must be finite and not negative, but is 1E+300, which is Infinity in single precision")]
    [InlineData("Input(4), BatchNorm(Epsilon = 1e-60)", "SN0028: 'batchnorm1': Epsilon must be positive and finite, but is 1E-60, which is 0 in single precision")]
    [InlineData("Input(4), Dropout(0.9999999999)", "SN0028: 'dropout1': rate must be in [0, 1), but is 0.9999999999, which is 1 in single precision")]
    [InlineData("Input(4), HardTanh(0.1, 0.1000000000001)", "SN0028: 'hardtanh1': max must be finite and above min, but is 0.1000000000001")]
    [InlineData("Input(2), SoftmaxCrossEntropy(ClassWeights = new double[] { 0, 0 })", "SN0028: 'softmaxcrossentropy1': ClassWeights must be above 0 for some class, but is 0 for each")]
    [InlineData("Input(2), NegativeLogLikelihood(ClassWeights = new[] { 0, 1e-60 })", "SN0028: 'negativeloglikelihood1': ClassWeights must be above 0 for some class, but is 0 for each")]
    [InlineData("Input(4), Softplus(Threshold = double.NaN)", "SN0028: 'softplus1': Threshold must be a number, but is NaN")]
    [InlineData("Input(4), LSTM(2)", "SN0201: 'lstm1' (LSTM) needs a sequence [n,t,c], but 'input' produces [n,4]; read a layer that gives one, or add [Reshape] between them")]
    [InlineData("Input(3, 4), RNN(2), GRU(2)", "SN0201: 'gru1' (GRU) needs a sequence [n,t,c], but 'rnn1' produces [n,2]; set ReturnSequences = true on 'rnn1', or add [Reshape] between them")]
    [InlineData("Input(3, 4), GRU(2, Dropout = 0.5)", "SN0028: 'gru1': Dropout must be 0 in a single layer, which has none to drop between, but is 0.5")]
    [InlineData("Input(3, 4), GRU(2, Truncate = -1)", "SN0028: 'gru1': Truncate must be not negative (0 for the whole sequence), but is -1")]
    [InlineData("Input(3, 4), GRU(2, InitialState = new[] { \"input\", \"input\" })", "SN0028: 'gru1': the number of names in InitialState must be at most 1, but is 2")]
    [InlineData("Input(3, Name = \"h\"), Input(3, 4), RNN(2, InitialState = new[] { \"h\" })", "SN0201: 'rnn1' (RNN) needs an initial state [n,2] for 2 units, but 'h' produces [n,3]; change one of them")]
    [InlineData("Input(3, Name = \"h\"), Input(3, 4), RNN(2, Layers = 2, InitialState = new[] { \"h\" })", "SN0201: 'rnn1' (RNN) needs an initial state [n,4] or [n,2,2] for 2 times 2 units, but 'h' produces [n,3]; change one of them")]
    [InlineData("Input(4), GroupNorm(2)", "SN0201: 'groupnorm1' (GroupNorm) needs an image [n,C,H,W] or a sequence [n,t,c], but 'input' produces [n,4]; read a layer that gives one, or add [Reshape] between them")]
    [InlineData("Input(6, 4), GroupNorm(3)", "SN0028: 'groupnorm1': groups must be a divisor of the 4 channels of 'input', but is 3")]
    [InlineData("Input(1, 4), GroupNorm(4)", "SN0028: 'groupnorm1': the number of values of a group must be at least 2, but is 1")]
    [InlineData("Input(3, 1, 1), InstanceNorm", "SN0028: 'instancenorm1': the number of values of a channel must be at least 2, but is 1")]
    [InlineData("Input(6, 4), Conv1D(6, 3, Groups = 4)", "SN0028: 'conv1': Groups must be a divisor of 4 and 6 channels, but is 4")]
    [InlineData("Input(6, 4), SeparableConv1D(6, 3, DepthMultiplier = 0)", "SN0028: 'separableconv1': DepthMultiplier must be from 1 to 536870911, but is 0")]
    [InlineData("Input(4, 8, 8), SeparableConv2D(6, 3, PaddingMode = PaddingMode.Causal)", "SN0028: 'separableconv1': PaddingMode must be any but Causal, which is for sequences, but is PaddingMode.Causal")]
    [InlineData("Input(6, 4), SeparableConv1D(6, 9)", "SN0028: 'separableconv1': kernel must be at most 6, to fit into the 6 elements of 'input' and its padding, but is 9")]
    [InlineData("Input(3, 8, 4), Conv2D(6, 5, Padding = 1, Dilation = 2)", "SN0028: 'conv1': kernel must be at most 3, to fit into the 6 elements of 'input' and its padding, but is 5")]
    [InlineData("Input(3, 4, 8), Conv2D(6, 5, Dilation = 2)", "SN0028: 'conv1': kernel must be at most 2, to fit into the 4 elements of 'input' and its padding, but is 5")]
    [InlineData("Input(3, 8, 4), MaxPool2D(5)", "SN0028: 'pool1': kernel must be at most 4, to fit into the 4 elements of 'input' and its padding, but is 5")]
    [InlineData("Input(6, 4), AveragePool1D(9, Padding = 1)", "SN0028: 'pool1': kernel must be at most 8, to fit into the 8 elements of 'input' and its padding, but is 9")]
    public void A_layer_refuses(string layers, string message) =>
        Assert.Equal(message, Assert.Throws<LoweringError>(() => Planned.Graphs(layers)).Message);
}
