using StaticNet;

namespace Kernels;

/// <summary>The network whose forward pass and step are measured.</summary>
[Network(MaxBatch = 128), Input(784), Dense(128), ReLU, Dense(10), SoftmaxCrossEntropy]
internal sealed partial class Classifier;

/// <summary>One product, and one gradient by its weight.</summary>
[Network(MaxBatch = 128), Input(784), Dense(128, Bias = false)]
internal sealed partial class Product;

/// <summary>A product whose input's gradient is wanted too.</summary>
[Network(MaxBatch = 128, InputGradient = true), Input(256), Dense(512, Bias = false)]
internal sealed partial class InputProduct;

/// <summary>The same without it: the difference is the gradient by the input.</summary>
[Network(MaxBatch = 128), Input(256), Dense(512, Bias = false)]
internal sealed partial class WeightProduct;

/// <summary>A product small enough to be written out.</summary>
[Network(MaxBatch = 128), Input(4), Dense(16, Bias = false)]
internal sealed partial class TinyProduct;

/// <summary>The product of a network for one sample, whose columns are few.</summary>
[Network(MaxBatch = 1), Input(64), Dense(40, Bias = false)]
internal sealed partial class RowProduct;

/// <summary>A loop over rows with a function in it.</summary>
[Network(MaxBatch = 128), Input(512), Tanh]
internal sealed partial class Elements;

/// <summary>A loop over rows with reductions in it.</summary>
[Network(MaxBatch = 128), Input(512), Softmax]
internal sealed partial class Rows;

/// <summary>Products of many matrices, those of attention, between two dense products.</summary>
[Network(MaxBatch = 128), Input(64, 64), MultiHeadAttention(4, Bias = false)]
internal sealed partial class Attention;
