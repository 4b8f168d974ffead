using StaticNet.Network.Tests.Contract;

namespace StaticNet.Network.Tests.Layers;

[Network(MaxBatch = 5, InputGradient = true), Input(3, 7, 6)]
[Conv2D(5, 3, Padding = 1), ReLU, Conv2D(4, 2, Stride = 2, Bias = false), Tanh, Flatten, Dense(3), MeanSquaredError]
public partial class Conv2DNet;

[Network(MaxBatch = 2, InputGradient = true), Input(1, 3, 3), Conv2D(1, 2)]
public partial class SingleConv2DNet;

// 5·27 + 5, 4·20, 3·36 + 3 parameters. 42 places·(2·135 + 5) + 210, 9·2·80 + 36, 3·73 operations.
public class Conv2DTests() : LayerContract<Conv2DNet>(new(Input: 126, Output: 3, Parameters: 331, Flops: 42 * 275 + 210 + 1440 + 36 + 219))
{
    [Fact]
    public void By_hand()
    {
        var net = new SingleConv2DNet();
        net.Conv1.Weight.CopyFrom([1, 10, 100, 1000]);
        net.Conv1.Bias[0] = 0.5f;
        var trainer = new SingleConv2DNet.Trainer(net, new SGD(1));
        float[] y = new float[4], dx = new float[9];
        trainer.Forward([1, 2, 3, 4, 5, 6, 7, 8, 9]);
        trainer.CopyOutput(y);
        trainer.BackwardFrom([1, 0, 0, 2]);
        trainer.CopyInputGradient(dx);

        Assert.Equal([5421.5f, 6532.5f, 8754.5f, 9865.5f], y);
        Assert.Equal([1f, 10, 0, 100, 1002, 20, 0, 200, 2000], dx);
        Assert.Equal([11f, 14, 20, 23], trainer.Gradient(net.Conv1.Weight).ToArray());
        Assert.Equal([3f], trainer.Gradient(net.Conv1.Bias).ToArray());
    }
}

// Stride, dilation, one window a channel, groups; an image as the output.
[Network(MaxBatch = 5, InputGradient = true), Input(4, 8, 9)]
[Conv2D(8, 3, Stride = 2, Padding = 2, Dilation = 2), BatchNorm, LeakyReLU, Conv2D(8, 3, Groups = 8, Padding = 1), Conv2D(6, 1, Groups = 2), BinaryCrossEntropy]
public partial class VariedConv2DNet;

// 20 places: 8·(2·36 + 1) of the first convolution; 8·4 and 2 a channel of the normalisation, 8 of the activation; 8·(2·9 + 1) and 6·(2·4 + 1).
public class VariedConv2DTests() : LayerContract<VariedConv2DNet>(
    new(Input: 288, Output: 120, Parameters: 296 + 16 + 80 + 30, Flops: 20 * (584 + 32 + 8 + 152 + 54) + 24));

// Sums of over 500 products, whose maps are a pass over each line: a bias with an activation, a bias with a join, the activation's derivative.
[Network(MaxBatch = 3, InputGradient = true), Input(57, 4, 5)]
[Conv2D(58, 3, Padding = 1), ReLU, Conv2D(57, 3, Padding = 1), Add("conv2", "input"), Flatten, Dense(3), MeanSquaredError]
public partial class DeepConv2DNet;

// 20 places: 58·(2·513 + 1) and the activation, 57·(2·522 + 1) and the join; 3·(2·1140 + 1).
public class DeepConv2DTests() : LayerContract<DeepConv2DNet>(new(
    Input: 1140, Output: 3, Parameters: 58 * 514 + 57 * 523 + 3423, Flops: 20 * (58 * 1027 + 58 + 57 * 1045 + 57) + 3 * 2281));

// Weights beyond the second cache: all places go over some columns before the next, in tiles of six and three places.
[Network(MaxBatch = 2, InputGradient = true), Input(500, 5, 9), Conv2D(300, 1), Tanh, Flatten, Dense(2), MeanSquaredError]
public partial class WideConv2DNet;

// 45 places·300·(2·500 + 1) and the activation; 2·(2·13500 + 1).
public class WideConv2DTests() : LayerContract<WideConv2DNet>(
    new(Input: 22500, Output: 2, Parameters: 300 * 501 + 27002, Flops: 45 * 300 * 1002 + 2 * 27001));

// Long sums: part by part of the window's lines, with maps behind, forward and for the data.
[Network(MaxBatch = 2, InputGradient = true), Input(480, 3, 4)]
[Conv2D(20, 3, Padding = 1), Tanh, Conv2D(480, 3, Padding = 1), Add("conv2", "input"), Flatten, Dense(2), MeanSquaredError]
public partial class ByPartsConv2DNet;

// 12 places·20·(2·4320 + 1) and the activation, 12·480·(2·180 + 1) and the join; 2·(2·5760 + 1).
public class ByPartsConv2DTests() : LayerContract<ByPartsConv2DNet>(new(
    Input: 5760, Output: 2, Parameters: 20 * 4321 + 480 * 181 + 11522, Flops: 240 * 8642 + 5760 * 362 + 2 * 11521));

// Part by part of what lies apart, for lines of 7 places, which are tiles of 4 and of 3.
[Network(MaxBatch = 2, InputGradient = true), Input(131, 9, 9), Conv2D(20, 2, Dilation = 2), Tanh, Flatten, Dense(2), MeanSquaredError]
public partial class ApartConv2DNet;

// 49 places·20·(2·524 + 1) and the activation; 2·(2·980 + 1).
public class ApartConv2DTests() : LayerContract<ApartConv2DNet>(new(
    Input: 10611, Output: 2, Parameters: 20 * 525 + 1962, Flops: 980 * 1050 + 3922));

// Gradients of windows in passes of two samples, and of 15 of 18 lines.
[Network(MaxBatch = 5, InputGradient = true), Input(3, 10, 10), Conv2D(4, 3, Padding = 1), Tanh, Flatten, Dense(2), MeanSquaredError]
public partial class SamplePassesNet;

// 100 places·4·(2·27 + 1) and the activation; 2·(2·400 + 1).
public class SamplePassesTests() : LayerContract<SamplePassesNet>(new(Input: 300, Output: 2, Parameters: 112 + 802, Flops: 400 * 56 + 1602));

[Network(MaxBatch = 3, InputGradient = true), Input(2, 20, 19), Conv2D(3, 2), Tanh, Conv2D(3, 3, Padding = 2, Dilation = 2), Flatten, Dense(2), MeanSquaredError]
public partial class LinePassesNet;

// 342 places·3·(2·8 + 1) and the activation, 342·3·(2·27 + 1); 2·(2·1026 + 1).
public class LinePassesTests() : LayerContract<LinePassesNet>(new(Input: 760, Output: 2, Parameters: 27 + 84 + 2054, Flops: 1026 * (18 + 55) + 4106));

// 16 tiles of 2×2 places a sample by Winograd's products: a bias with an activation behind them, padded units, the gradients by data and windows.
[Network(MaxBatch = 8, InputGradient = true), Input(32, 8, 8)]
[Conv2D(32, 3, Padding = 1), Tanh, Conv2D(36, 3, Padding = 1), GlobalAveragePool2D, Dense(2), MeanSquaredError]
public partial class WinogradConv2DNet;

// 64 places·32·(2·288 + 1) and the activation, 64·36·(2·288 + 1), the mean; 2·(2·36 + 1).
public class WinogradConv2DTests() : LayerContract<WinogradConv2DNet>(new(
    Input: 2048, Output: 2, Parameters: 32 * 289 + 36 * 289 + 74, Flops: 64 * (32 * 578 + 36 * 577) + 65 * 36 + 146));

// The gradient by the data in phases of unlike length, and phases that no element of the window meets.
[Network(MaxBatch = 3, InputGradient = true), Input(3, 10, 11)]
[Conv2D(5, 4, Stride = 3, Padding = 1), Tanh, Conv2D(3, 1, Stride = 2), Flatten, Dense(2), MeanSquaredError]
public partial class PhasesConv2DNet;

// 12 places·5·(2·48 + 1) and the activation, 4·3·(2·5 + 1); 2·(2·12 + 1).
public class PhasesConv2DTests() : LayerContract<PhasesConv2DNet>(new(Input: 330, Output: 2, Parameters: 245 + 18 + 26, Flops: 60 * 98 + 132 + 50));
