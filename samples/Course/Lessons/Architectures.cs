using System.Diagnostics;
using StaticNet;
using StaticNet.Data;
using StaticNet.Plotting;

namespace Course.Lessons;

/// <summary>
/// Three ways to stack convolutions: VGG's, one after another; ResNet's, around which the input goes along; MobileNet's, of each channel for itself between
/// two that mix them. What each costs and what it reaches, with the same data, epochs and optimizer.
/// </summary>
internal sealed class Architectures() : Lesson(
    "architectures", "VGG, ResNet and MobileNet blocks: parameters, FLOPs, speed and accuracy in one table",
    "test accuracy of the worst of the three", quick: 0.50, full: 0.82, OtherData.Folder)
{
    public override double Run(Session session)
    {
        (LabelledImages all, LabelledImages test) = CourseData.Images(session);
        DataSet<byte, int> training = all.ToDataSet().Select([.. Enumerable.Range(0, Math.Min(session.Pick(1500, 10000), all.Count))]);
        DataSet<byte, int> held = test.ToDataSet().Select([.. Enumerable.Range(0, Math.Min(session.Pick(500, 5000), test.Count))]);
        var (vgg, resNet, mobileNet) = (new VggNet(1), new ResNet(1), new MobileNet(1));
        Row[] rows =
        [
            Learn("VGG", VggNet.ParameterCount, VggNet.ForwardFlops, vgg, new VggNet.Trainer(vgg, new Adam(0.002)), data => VggNet.Batches(data.Inputs, data.Targets, 32, seed: 1)),
            Learn("ResNet", ResNet.ParameterCount, ResNet.ForwardFlops, resNet, new ResNet.Trainer(resNet, new Adam(0.002)), data => ResNet.Batches(data.Inputs, data.Targets, 32, seed: 1)),
            Learn("MobileNet", MobileNet.ParameterCount, MobileNet.ForwardFlops, mobileNet, new MobileNet.Trainer(mobileNet, new Adam(0.002)), data => MobileNet.Batches(data.Inputs, data.Targets, 32, seed: 1)),
        ];
        session.Say("| blocks | parameters | MFLOP an image | images/s, inference | GFLOP/s | images/s, training | test accuracy |");
        session.Say("|---|---|---|---|---|---|---|");
        foreach (Row row in rows)
            session.Say($"| {row.Name} | {row.Parameters:N0} | {row.Flops / 1e6:F1} | {row.Speed:N0} | {row.Flops * row.Speed / 1e9:F0} | {row.History.Average(epoch => epoch.SamplesPerSecond):N0} | {row.Accuracy:F4} |");
        session.Draw("accuracy.png", TrainingCurves.Of("test accuracy", [.. rows.Select(row => new Series(row.Name, [.. row.History.Select(epoch => epoch["accuracy"])]))]));
        return rows.Min(row => row.Accuracy);

        Row Learn(string name, int parameters, long flops, INetwork<float> net, ITrainer trainer, Func<DataSet<byte, int>, Batches> cut)
        {
            int epochs = session.Pick(3, 8);
            FitHistory history = trainer.Fit(cut(training), new FitOptions
            {
                Epochs = epochs,
                Validation = cut(held),
                Metrics = [new Accuracy()],
                Schedule = new CosineAnnealingLR(epochs),
            });
            return new(name, parameters, flops, Speed(net, session.Pick(0.2, 2)), history);
        }
    }

    private sealed record Row(string Name, int Parameters, long Flops, double Speed, FitHistory History)
    {
        public double Accuracy => History[^1]["accuracy"];
    }

    // Images a second in inference; the first batch is not counted.
    private static double Speed(INetwork<float> net, double seconds)
    {
        float[] images = new float[net.MaxBatch * net.InputLength], found = new float[net.MaxBatch * net.OutputLength];
        net.Predict(images, found);
        var clock = Stopwatch.StartNew();
        int batches = 0;
        for (; clock.Elapsed.TotalSeconds < seconds; batches++)
            net.Predict(images, found);
        return batches * net.MaxBatch / clock.Elapsed.TotalSeconds;
    }
}

/// <summary>Simonyan, Zisserman, 2014: two convolutions of 3×3, then half the height and width.</summary>
[Conv2D(Channels, 3, Padding = 1, Bias = false), BatchNorm, ReLU, Conv2D(Channels, 3, Padding = 1, Bias = false), BatchNorm, ReLU, MaxPool2D(2)]
internal sealed class VggBlockAttribute(int channels) : BlockAttribute(channels) { private const int Channels = 1; }

/// <summary>He et al., 2015: what the block learns is added to what came in, y = ReLU(f(x) + x), at half the height and width.</summary>
[Conv2D(Channels, 3, Stride = 2, Padding = 1, Bias = false), BatchNorm, ReLU, Conv2D(Channels, 3, Padding = 1, Bias = false), BatchNorm(Name = "main")]
[Conv2D(Channels, 1, Stride = 2, Bias = false, From = Input), BatchNorm(Name = "shortcut"), Add("main", "shortcut"), ReLU]
internal sealed class ResidualAttribute(int channels) : BlockAttribute(channels) { private const int Channels = 1; }

/// <summary>Howard et al., 2017: 3×3 of each channel for itself, then 1×1 over all of them: a ninth of the work.</summary>
[Conv2D(Inputs, 3, Stride = Stride, Padding = 1, Groups = Inputs, Bias = false), BatchNorm, ReLU6, Conv2D(Channels, 1, Bias = false), BatchNorm, ReLU6]
internal sealed class SeparableAttribute(int inputs, int channels, int stride) : BlockAttribute(inputs, channels, stride) { private const int Inputs = 1, Channels = 1, Stride = 1; }

[Network(MaxBatch = 32), Input(1, 28, 28, Scale = 1 / 255.0, Mean = new[] { 0.2860 }, Std = new[] { 0.3530 })]
[VggBlock(16), VggBlock(32), VggBlock(64), GlobalAveragePool2D, Dense(10), SoftmaxCrossEntropy] internal sealed partial class VggNet;

[Network(MaxBatch = 32), Input(1, 28, 28, Scale = 1 / 255.0, Mean = new[] { 0.2860 }, Std = new[] { 0.3530 }), Conv2D(16, 3, Padding = 1, Bias = false), BatchNorm, ReLU]
[Residual(32), Residual(64), GlobalAveragePool2D, Dense(10), SoftmaxCrossEntropy] internal sealed partial class ResNet;

[Network(MaxBatch = 32), Input(1, 28, 28, Scale = 1 / 255.0, Mean = new[] { 0.2860 }, Std = new[] { 0.3530 }), Conv2D(16, 3, Padding = 1, Bias = false), BatchNorm, ReLU6]
[Separable(16, 32, 2), Separable(32, 32, 1), Separable(32, 64, 2), Separable(64, 64, 1), GlobalAveragePool2D, Dense(10), SoftmaxCrossEntropy] internal sealed partial class MobileNet;
