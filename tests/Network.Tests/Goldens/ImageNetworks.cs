namespace StaticNet.Network.Tests.Goldens;

[Network(MaxBatch = 4, InputGradient = true), Input(3, 6, 5), Conv2D(5, 3)]
public partial class GoldenConv2D;

[Network(MaxBatch = 4, InputGradient = true), Input(2, 5, 7), Conv2D(17, 3, Padding = 1)]
public partial class GoldenConv2DPadding;

[Network(MaxBatch = 4, InputGradient = true), Input(4, 8, 7), Conv2D(6, 3, Stride = 2, Padding = 1, Bias = false)]
public partial class GoldenConv2DStride;

[Network(MaxBatch = 4, InputGradient = true), Input(16, 6, 6), Conv2D(16, 3, Dilation = 2, Padding = 2)]
public partial class GoldenConv2DDilation;

[Network(MaxBatch = 4, InputGradient = true), Input(6, 5, 5), Conv2D(9, 2, Groups = 3)]
public partial class GoldenConv2DGroups;

[Network(MaxBatch = 4, InputGradient = true), Input(18, 7, 6), Conv2D(18, 3, Groups = 18, Padding = 1, Stride = 2)]
public partial class GoldenConv2DDepthwise;

[Network(MaxBatch = 4, InputGradient = true), Input(4, 5, 5), Conv2D(8, 3, Groups = 4)]
public partial class GoldenConv2DMultiplied;

[Network(MaxBatch = 4, InputGradient = true), Input(19, 3, 3), Conv2D(33, 1)]
public partial class GoldenConv2DPointwise;

[Network(MaxBatch = 4, InputGradient = true), Input(3, 6, 7), MaxPool2D(2)]
public partial class GoldenMaxPool2D;

[Network(MaxBatch = 4, InputGradient = true), Input(17, 7, 6), MaxPool2D(3, Stride = 2, Padding = 1)]
public partial class GoldenMaxPool2DPadding;

[Network(MaxBatch = 4, InputGradient = true), Input(2, 6, 6), MaxPool2D(3, Stride = 2, CeilMode = true)]
public partial class GoldenMaxPool2DCeiling;

[Network(MaxBatch = 4, InputGradient = true), Input(3, 6, 7), AveragePool2D(2)]
public partial class GoldenAveragePool2D;

[Network(MaxBatch = 4, InputGradient = true), Input(17, 7, 6), AveragePool2D(3, Stride = 2, Padding = 1)]
public partial class GoldenAveragePool2DPadding;

[Network(MaxBatch = 4, InputGradient = true), Input(2, 6, 6), AveragePool2D(3, Stride = 2, Padding = 1, CeilMode = true)]
public partial class GoldenAveragePool2DCeiling;

[Network(MaxBatch = 4, InputGradient = true), Input(2, 4, 5), AveragePool2D(3, Stride = 1, Padding = 1, CountIncludePad = false)]
public partial class GoldenAveragePool2DWithoutPadding;

[Network(MaxBatch = 4, InputGradient = true), Input(18, 4, 5), GlobalAveragePool2D]
public partial class GoldenGlobalAveragePool2D;

[Network(MaxBatch = 4, InputGradient = true), Input(3, 3, 5), BatchNorm]
public partial class GoldenBatchNormImages;

[Network(MaxBatch = 4, InputGradient = true), Input(3, 6, 5), Conv2D(4, 4, PaddingMode = PaddingMode.Same)]
public partial class GoldenConv2DSame;

[Network(MaxBatch = 4, InputGradient = true), Input(3, 5, 4), Conv2D(4, 3, Padding = 2, PaddingMode = PaddingMode.Reflect)]
public partial class GoldenConv2DReflect;

[Network(MaxBatch = 4, InputGradient = true), Input(2, 4, 3), Conv2D(17, 3, Padding = 2, PaddingMode = PaddingMode.Replicate)]
public partial class GoldenConv2DReplicate;

[Network(MaxBatch = 4, InputGradient = true), Input(3, 5, 4), Conv2D(4, 3, Pads = new[] { 1, 3, 2, 0 })]
public partial class GoldenConv2DPads;

[Network(MaxBatch = 4, InputGradient = true), Input(7, 3), Conv1D(5, 3)]
public partial class GoldenConv1D;

[Network(MaxBatch = 4, InputGradient = true), Input(8, 4), Conv1D(8, 3, Stride = 2, Padding = 1, Groups = 2, Bias = false)]
public partial class GoldenConv1DGroups;

[Network(MaxBatch = 4, InputGradient = true), Input(5, 18), Conv1D(18, 3, Groups = 18, Padding = 1)]
public partial class GoldenConv1DDepthwise;

[Network(MaxBatch = 4, InputGradient = true), Input(9, 4), Conv1D(6, 4, PaddingMode = PaddingMode.Same)]
public partial class GoldenConv1DSame;

[Network(MaxBatch = 4, InputGradient = true), Input(8, 16), Conv1D(16, 3, Dilation = 2, PaddingMode = PaddingMode.Causal)]
public partial class GoldenConv1DCausal;

[Network(MaxBatch = 4, InputGradient = true), Input(6, 2), Conv1D(3, 3, Padding = 1, PaddingMode = PaddingMode.Reflect)]
public partial class GoldenConv1DReflect;

[Network(MaxBatch = 4, InputGradient = true), Input(7, 3), MaxPool1D(2)]
public partial class GoldenMaxPool1D;

[Network(MaxBatch = 4, InputGradient = true), Input(7, 17), MaxPool1D(3, Stride = 2, Padding = 1)]
public partial class GoldenMaxPool1DPadding;

[Network(MaxBatch = 4, InputGradient = true), Input(6, 2), MaxPool1D(3, Stride = 2, CeilMode = true)]
public partial class GoldenMaxPool1DCeiling;

[Network(MaxBatch = 4, InputGradient = true), Input(7, 3), AveragePool1D(2)]
public partial class GoldenAveragePool1D;

[Network(MaxBatch = 4, InputGradient = true), Input(6, 17), AveragePool1D(3, Stride = 2, Padding = 1, CeilMode = true)]
public partial class GoldenAveragePool1DCeiling;

[Network(MaxBatch = 4, InputGradient = true), Input(5, 2), AveragePool1D(3, Stride = 1, Padding = 1, CountIncludePad = false)]
public partial class GoldenAveragePool1DWithoutPadding;

[Network(MaxBatch = 4, InputGradient = true), Input(5, 18), GlobalAveragePool1D]
public partial class GoldenGlobalAveragePool1D;

[Network(MaxBatch = 4, InputGradient = true), Input(5, 18), GlobalMaxPool1D]
public partial class GoldenGlobalMaxPool1D;

[Network(MaxBatch = 4, InputGradient = true), Input(18, 4, 5), GlobalMaxPool2D]
public partial class GoldenGlobalMaxPool2D;

[Network(MaxBatch = 4, InputGradient = true), Input(3, 6, 4), AdaptiveAveragePool2D(3, 2)]
public partial class GoldenAdaptiveAveragePool2D;

[Network(MaxBatch = 4, InputGradient = true), Input(17, 7, 5), AdaptiveAveragePool2D(4, 3)]
public partial class GoldenAdaptiveAveragePool2DUneven;

[Network(MaxBatch = 4, InputGradient = true), Input(4, 2), Conv1D(3, 3, Padding = 2, PaddingMode = PaddingMode.Replicate)]
public partial class GoldenConv1DReplicate;

[Network(MaxBatch = 4, InputGradient = true), Input(5, 3), Conv1D(4, 3, Pads = new[] { 2, 1 })]
public partial class GoldenConv1DPads;

[Network(MaxBatch = 4, InputGradient = true), Input(6, 4), AdaptiveAveragePool1D(3)]
public partial class GoldenAdaptiveAveragePool1D;

[Network(MaxBatch = 4, InputGradient = true), Input(7, 17), AdaptiveAveragePool1D(4)]
public partial class GoldenAdaptiveAveragePool1DUneven;

[Network(MaxBatch = 4, InputGradient = true), Input(5, 6), GroupNorm(2)]
public partial class GoldenGroupNormOfSequence;

[Network(MaxBatch = 4, InputGradient = true), Input(5, 4), InstanceNorm]
public partial class GoldenInstanceNormOfSequence;

[Network(MaxBatch = 4, InputGradient = true), Input(6, 17), InstanceNorm(Affine = true)]
public partial class GoldenAffineInstanceNormOfSequence;

[Network(MaxBatch = 4, InputGradient = true), Input(4, 5), BatchNorm]
public partial class GoldenBatchNormOfSequence;

[Network(MaxBatch = 4, InputGradient = true), Input(3, 4), ZeroPad1D(2, 0)]
public partial class GoldenZeroPad1DBefore;

[Network(MaxBatch = 4, InputGradient = true), Input(3, 2, 3), ZeroPad2D(1, 2, 3, 0)]
public partial class GoldenZeroPad2DOfEachSide;
