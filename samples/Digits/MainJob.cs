using System.Diagnostics;

namespace Digits;

/// <summary>Train, save, test: with the digits that the program carries, or with a folder of idx files.</summary>
internal static class MainJob
{
    public const double TestShare = 0.2;

    /// <summary>The share of the test part that the trained network knows. The test part decides nothing before that.</summary>
    public static double Run(Settings settings, TextWriter output, bool live)
    {
        (Images training, Images test) = settings.Data is { } folder ? IdxFolder.Load(folder) : StratifiedSplit.Of(DigitFile.Load(), TestShare, settings.Seed);
        IImageClassifier net = settings.Data is null ? new DigitNet(settings.Seed) : new FashionNet(settings.Seed);
        output.WriteLine($"{training.Count} images to train on, {test.Count} to test with; {net.Parameters.Table.ParameterCount} parameters");

        var clock = Stopwatch.StartNew();
        Training.Run(net, training, settings, new(output, settings.Passes, live));
        output.WriteLine($"{settings.Passes} epochs in {clock.Elapsed.TotalSeconds:F2} s");

        net.Save(settings.Output);
        output.WriteLine($"weights in {Path.GetFullPath(settings.Output)}");

        var matrix = new ConfusionMatrix(net, test);
        matrix.Write(output);
        output.WriteLine($"test accuracy: {matrix.Accuracy:F4}");
        return matrix.Accuracy;
    }
}
