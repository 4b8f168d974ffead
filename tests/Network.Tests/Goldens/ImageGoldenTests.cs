using System.Text.Json;
using StaticNet.Network.Tests.Contract;

namespace StaticNet.Network.Tests.Goldens;

/// <summary>Layers over images: output, gradients and running statistics are PyTorch's, in training and in inference.</summary>
public class ImageGoldenTests
{
    internal const string File = "images.json";

    /// <summary>The network of each case.</summary>
    internal static readonly Dictionary<string, Type> Networks = new()
    {
        ["Conv2D"] = typeof(GoldenConv2D),
        ["Conv2D padding"] = typeof(GoldenConv2DPadding),
        ["Conv2D stride"] = typeof(GoldenConv2DStride),
        ["Conv2D dilation"] = typeof(GoldenConv2DDilation),
        ["Conv2D groups"] = typeof(GoldenConv2DGroups),
        ["Conv2D depthwise"] = typeof(GoldenConv2DDepthwise),
        ["Conv2D multiplied"] = typeof(GoldenConv2DMultiplied),
        ["Conv2D pointwise"] = typeof(GoldenConv2DPointwise),
        ["Conv2D same"] = typeof(GoldenConv2DSame),
        ["Conv2D reflect"] = typeof(GoldenConv2DReflect),
        ["Conv2D replicate"] = typeof(GoldenConv2DReplicate),
        ["Conv2D pads"] = typeof(GoldenConv2DPads),
        ["Conv1D"] = typeof(GoldenConv1D),
        ["Conv1D groups"] = typeof(GoldenConv1DGroups),
        ["Conv1D depthwise"] = typeof(GoldenConv1DDepthwise),
        ["Conv1D same"] = typeof(GoldenConv1DSame),
        ["Conv1D causal"] = typeof(GoldenConv1DCausal),
        ["Conv1D reflect"] = typeof(GoldenConv1DReflect),
        ["MaxPool1D"] = typeof(GoldenMaxPool1D),
        ["MaxPool1D padding"] = typeof(GoldenMaxPool1DPadding),
        ["MaxPool1D ceiling"] = typeof(GoldenMaxPool1DCeiling),
        ["AveragePool1D"] = typeof(GoldenAveragePool1D),
        ["AveragePool1D ceiling"] = typeof(GoldenAveragePool1DCeiling),
        ["AveragePool1D without padding"] = typeof(GoldenAveragePool1DWithoutPadding),
        ["GlobalAveragePool1D"] = typeof(GoldenGlobalAveragePool1D),
        ["GlobalMaxPool1D"] = typeof(GoldenGlobalMaxPool1D),
        ["GlobalMaxPool2D"] = typeof(GoldenGlobalMaxPool2D),
        ["AdaptiveAveragePool2D"] = typeof(GoldenAdaptiveAveragePool2D),
        ["AdaptiveAveragePool2D uneven"] = typeof(GoldenAdaptiveAveragePool2DUneven),
        ["Conv1D replicate"] = typeof(GoldenConv1DReplicate),
        ["Conv1D pads"] = typeof(GoldenConv1DPads),
        ["ConvTranspose2D"] = typeof(GoldenConvTranspose2D),
        ["ConvTranspose2D stride"] = typeof(GoldenConvTranspose2DStride),
        ["ConvTranspose2D output padding"] = typeof(GoldenConvTranspose2DOutputPadding),
        ["ConvTranspose2D beyond the windows"] = typeof(GoldenConvTranspose2DBeyondTheWindows),
        ["ConvTranspose2D dilation"] = typeof(GoldenConvTranspose2DDilation),
        ["ConvTranspose2D groups"] = typeof(GoldenConvTranspose2DGroups),
        ["ConvTranspose2D depthwise"] = typeof(GoldenConvTranspose2DDepthwise),
        ["ConvTranspose2D multiplied"] = typeof(GoldenConvTranspose2DMultiplied),
        ["ConvTranspose2D cut"] = typeof(GoldenConvTranspose2DCut),
        ["ConvTranspose1D"] = typeof(GoldenConvTranspose1D),
        ["ConvTranspose1D stride"] = typeof(GoldenConvTranspose1DStride),
        ["ConvTranspose1D groups"] = typeof(GoldenConvTranspose1DGroups),
        ["UpSample2D"] = typeof(GoldenUpSample2D),
        ["UpSample2D linear"] = typeof(GoldenUpSample2DLinear),
        ["UpSample2D linear by three"] = typeof(GoldenUpSample2DLinearByThree),
        ["UpSample2D corners"] = typeof(GoldenUpSample2DCorners),
        ["UpSample1D"] = typeof(GoldenUpSample1D),
        ["UpSample1D linear"] = typeof(GoldenUpSample1DLinear),
        ["UpSample1D corners"] = typeof(GoldenUpSample1DCorners),
        ["ZeroPad1D"] = typeof(GoldenZeroPad1D),
        ["ZeroPad1D before"] = typeof(GoldenZeroPad1DBefore),
        ["ZeroPad2D of each side"] = typeof(GoldenZeroPad2DOfEachSide),
        ["ZeroPad1D by two"] = typeof(GoldenZeroPad1DByTwo),
        ["MaxPool2D"] = typeof(GoldenMaxPool2D),
        ["MaxPool2D padding"] = typeof(GoldenMaxPool2DPadding),
        ["MaxPool2D ceiling"] = typeof(GoldenMaxPool2DCeiling),
        ["AveragePool2D"] = typeof(GoldenAveragePool2D),
        ["AveragePool2D padding"] = typeof(GoldenAveragePool2DPadding),
        ["AveragePool2D ceiling"] = typeof(GoldenAveragePool2DCeiling),
        ["AveragePool2D without padding"] = typeof(GoldenAveragePool2DWithoutPadding),
        ["GlobalAveragePool2D"] = typeof(GoldenGlobalAveragePool2D),
        ["GroupNorm"] = typeof(GoldenGroupNorm),
        ["GroupNorm plain"] = typeof(GoldenPlainGroupNorm),
        ["InstanceNorm"] = typeof(GoldenInstanceNorm),
        ["InstanceNorm affine"] = typeof(GoldenAffineInstanceNorm),
        ["PixelShuffle"] = typeof(GoldenPixelShuffle),
        ["PixelShuffle by two"] = typeof(GoldenPixelShuffleByTwo),
        ["ZeroPad2D by one"] = typeof(GoldenZeroPad2DByOne),
        ["ZeroPad2D"] = typeof(GoldenZeroPad2D),
        ["Dense of a sequence"] = typeof(GoldenDenseOfSequence),
        ["LayerNorm of a sequence"] = typeof(GoldenLayerNormOfSequence),
        ["Softmax of a sequence"] = typeof(GoldenSoftmaxOfSequence),
        ["LogSoftmax of a sequence"] = typeof(GoldenLogSoftmaxOfSequence),
        ["SeparableConv2D"] = typeof(GoldenSeparableConv2D),
        ["SeparableConv2D multiplied"] = typeof(GoldenSeparableConv2DMultiplied),
        ["SeparableConv2D pads"] = typeof(GoldenSeparableConv2DPads),
        ["SeparableConv2D same"] = typeof(GoldenSeparableConv2DSame),
        ["SeparableConv2D reflect"] = typeof(GoldenSeparableConv2DReflect),
        ["SeparableConv2D replicate"] = typeof(GoldenSeparableConv2DReplicate),
        ["SeparableConv1D"] = typeof(GoldenSeparableConv1D),
        ["SeparableConv1D multiplied"] = typeof(GoldenSeparableConv1DMultiplied),
        ["SeparableConv1D same"] = typeof(GoldenSeparableConv1DSame),
        ["SeparableConv1D causal"] = typeof(GoldenSeparableConv1DCausal),
        ["SeparableConv1D reflect"] = typeof(GoldenSeparableConv1DReflect),
        ["SeparableConv1D replicate"] = typeof(GoldenSeparableConv1DReplicate),
        ["SeparableConv1D pads"] = typeof(GoldenSeparableConv1DPads),
        ["AdaptiveAveragePool1D"] = typeof(GoldenAdaptiveAveragePool1D),
        ["AdaptiveAveragePool1D uneven"] = typeof(GoldenAdaptiveAveragePool1DUneven),
        ["GroupNorm of a sequence"] = typeof(GoldenGroupNormOfSequence),
        ["InstanceNorm of a sequence"] = typeof(GoldenInstanceNormOfSequence),
        ["InstanceNorm of a sequence, affine"] = typeof(GoldenAffineInstanceNormOfSequence),
        ["BatchNorm of a sequence"] = typeof(GoldenBatchNormOfSequence),
        ["BatchNorm of a sequence, inference"] = typeof(GoldenBatchNormOfSequence),
        ["BatchNorm images"] = typeof(GoldenBatchNormImages),
        ["BatchNorm images inference"] = typeof(GoldenBatchNormImages),
    };

    public static TheoryData<string> Names => [.. GoldenFile.Cases(File).Select(c => c.Text("name"))];

    public static TheoryData<string> Trained => [.. TwoSteps.Names(File)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Output_and_gradients_are_PyTorchs(string name)
    {
        JsonElement golden = GoldenFile.Case(File, name);
        var network = new AnyNetwork(Networks[name]);
        INetwork<float> net = network.New();
        foreach (ParameterEntry entry in net.Parameters.Table.Entries)
            net.Parameters[entry.Name].CopyFrom((entry.Kind == ParameterKind.State ? golden.GetProperty("before") : golden).Floats(Leaf(entry)));
        var output = new float[golden.Floats("y").Length];
        bool trains = golden.Text("mode") == "train";
        if (trains)
            Train(network.NewTrainer(net), net, golden, output);
        else
            net.Forward(golden.Floats("x"), output);
        GoldenFile.Agree("y", golden.Doubles("y"), output);
        foreach (ParameterEntry entry in net.Parameters.Table.Entries.ToArray().Where(e => e.Kind == ParameterKind.State))
            GoldenFile.Agree(entry.Name, golden.GetProperty("after").Doubles(Leaf(entry)), net.Parameters[entry.Name].ToArray());
        if (trains && !network.Type.GetCustomAttributes(typeof(BatchNormAttribute), false).Any())
        {
            net.Predict(golden.Floats("x"), output);
            GoldenFile.Agree("y of inference", golden.Doubles("y"), output);
        }
    }

    [Theory]
    [MemberData(nameof(Trained))]
    public void Two_steps_of_SGD_are_PyTorchs(string name) => TwoSteps.Agree(GoldenFile.Case(File, name), new AnyNetwork(Networks[name]));

    private static void Train(AnyTrainer trainer, INetwork<float> net, JsonElement golden, float[] output)
    {
        var inputGradient = new float[golden.Floats("dx").Length];
        trainer.Forward(golden.Floats("x"));
        trainer.CopyOutput(output);
        trainer.BackwardFrom(golden.Floats("dy"));
        trainer.CopyInputGradient(inputGradient);
        GoldenFile.Agree("dx", golden.Doubles("dx"), inputGradient);
        foreach (ParameterEntry entry in net.Parameters.Table.Entries.ToArray().Where(e => e.Kind != ParameterKind.State))
            GoldenFile.Agree(entry.Name, golden.Doubles("d" + Leaf(entry)), trainer.Trainer.Gradient(entry.Name).ToArray());
    }

    private static string Leaf(ParameterEntry entry) => entry.Name[(entry.Name.IndexOf('.') + 1)..];
}
