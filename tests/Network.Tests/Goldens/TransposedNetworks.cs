namespace StaticNet.Network.Tests.Goldens;

[Network(MaxBatch = 4, InputGradient = true), Input(3, 4, 5), ConvTranspose2D(5, 3)]
public partial class GoldenConvTranspose2D;

[Network(MaxBatch = 4, InputGradient = true), Input(4, 3, 4), ConvTranspose2D(17, 4, Stride = 2, Padding = 1, Bias = false)]
public partial class GoldenConvTranspose2DStride;

[Network(MaxBatch = 4, InputGradient = true), Input(2, 3, 2), ConvTranspose2D(3, 3, Stride = 3, Padding = 1, OutputPadding = 2)]
public partial class GoldenConvTranspose2DOutputPadding;

[Network(MaxBatch = 4, InputGradient = true), Input(2, 3, 2), ConvTranspose2D(3, 2, Stride = 3, OutputPadding = 1)]
public partial class GoldenConvTranspose2DBeyondTheWindows;

[Network(MaxBatch = 4, InputGradient = true), Input(16, 4, 3), ConvTranspose2D(16, 3, Dilation = 2, Padding = 1, OutputPadding = 1)]
public partial class GoldenConvTranspose2DDilation;

[Network(MaxBatch = 4, InputGradient = true), Input(6, 3, 3), ConvTranspose2D(9, 3, Stride = 2, Groups = 3)]
public partial class GoldenConvTranspose2DGroups;

[Network(MaxBatch = 4, InputGradient = true), Input(18, 3, 4), ConvTranspose2D(18, 3, Stride = 2, Padding = 1, OutputPadding = 1, Groups = 18)]
public partial class GoldenConvTranspose2DDepthwise;

[Network(MaxBatch = 4, InputGradient = true), Input(4, 3, 3), ConvTranspose2D(8, 3, Groups = 4)]
public partial class GoldenConvTranspose2DMultiplied;

[Network(MaxBatch = 4, InputGradient = true), Input(3, 5, 6), ConvTranspose2D(4, 2, Padding = 2)]
public partial class GoldenConvTranspose2DCut;

[Network(MaxBatch = 4, InputGradient = true), Input(6, 3), ConvTranspose1D(5, 3)]
public partial class GoldenConvTranspose1D;

[Network(MaxBatch = 4, InputGradient = true), Input(5, 4), ConvTranspose1D(17, 4, Stride = 2, Padding = 1, OutputPadding = 1, Bias = false)]
public partial class GoldenConvTranspose1DStride;

[Network(MaxBatch = 4, InputGradient = true), Input(5, 4), ConvTranspose1D(8, 3, Stride = 2, Dilation = 2, Groups = 2)]
public partial class GoldenConvTranspose1DGroups;
