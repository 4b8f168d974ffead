namespace StaticNet.Network.Tests.Goldens;

[Network(MaxBatch = 4, InputGradient = true), Input(3, 6, 5), SeparableConv2D(5, 3)]
public partial class GoldenSeparableConv2D;

[Network(MaxBatch = 4, InputGradient = true), Input(4, 7, 6), SeparableConv2D(17, 3, DepthMultiplier = 2, Stride = 2, Padding = 1, Bias = false)]
public partial class GoldenSeparableConv2DMultiplied;

[Network(MaxBatch = 4, InputGradient = true), Input(18, 5, 4), SeparableConv2D(4, 2, Dilation = 2, Pads = new[] { 1, 0, 2, 1 })]
public partial class GoldenSeparableConv2DPads;

[Network(MaxBatch = 4, InputGradient = true), Input(16, 4, 5), SeparableConv2D(16, 3, PaddingMode = PaddingMode.Same)]
public partial class GoldenSeparableConv2DSame;

[Network(MaxBatch = 4, InputGradient = true), Input(3, 5, 4), SeparableConv2D(4, 3, DepthMultiplier = 3, Padding = 2, PaddingMode = PaddingMode.Reflect)]
public partial class GoldenSeparableConv2DReflect;

[Network(MaxBatch = 4, InputGradient = true), Input(2, 4, 3), SeparableConv2D(3, 3, Padding = 2, PaddingMode = PaddingMode.Replicate)]
public partial class GoldenSeparableConv2DReplicate;

[Network(MaxBatch = 4, InputGradient = true), Input(7, 3), SeparableConv1D(5, 3)]
public partial class GoldenSeparableConv1D;

[Network(MaxBatch = 4, InputGradient = true), Input(8, 4), SeparableConv1D(17, 3, DepthMultiplier = 3, Stride = 2, Padding = 1, Bias = false)]
public partial class GoldenSeparableConv1DMultiplied;

[Network(MaxBatch = 4, InputGradient = true), Input(9, 4), SeparableConv1D(6, 4, PaddingMode = PaddingMode.Same)]
public partial class GoldenSeparableConv1DSame;

[Network(MaxBatch = 4, InputGradient = true), Input(8, 16), SeparableConv1D(6, 3, Dilation = 2, PaddingMode = PaddingMode.Causal)]
public partial class GoldenSeparableConv1DCausal;

[Network(MaxBatch = 4, InputGradient = true), Input(6, 2), SeparableConv1D(3, 3, DepthMultiplier = 2, Padding = 1, PaddingMode = PaddingMode.Reflect)]
public partial class GoldenSeparableConv1DReflect;

[Network(MaxBatch = 4, InputGradient = true), Input(4, 2), SeparableConv1D(3, 3, Padding = 2, PaddingMode = PaddingMode.Replicate)]
public partial class GoldenSeparableConv1DReplicate;

[Network(MaxBatch = 4, InputGradient = true), Input(5, 3), SeparableConv1D(4, 3, Pads = new[] { 2, 1 })]
public partial class GoldenSeparableConv1DPads;
