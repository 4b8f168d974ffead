using System.Diagnostics;

namespace Digits;

/// <summary>Train, save, test.</summary>
internal static class MainJob
{
    public const double TestShare = 0.2;

    /// <summary>The share of the test part that the trained network knows. The test part decides nothing before that.</summary>
    public static double Run(Settings settings, TextWriter output, bool live)
    {
        (DigitData training, DigitData test) = StratifiedSplit.Of(DigitData.Load(), TestShare, settings.Seed);
        output.WriteLine($"{training.Count} digits to train on, {test.Count} to test with; {DigitNet.ParameterCount} parameters");

        var net = new DigitNet(settings.Seed);
        var clock = Stopwatch.StartNew();
        Training.Run(net, training, settings, new(output, settings.Epochs, live));
        output.WriteLine($"{settings.Epochs} epochs in {clock.Elapsed.TotalSeconds:F2} s");

        net.Save(settings.Output);
        output.WriteLine($"weights in {Path.GetFullPath(settings.Output)}");

        var matrix = new ConfusionMatrix(net, test);
        matrix.Write(output);
        output.WriteLine($"test accuracy: {matrix.Accuracy:F4}");
        return matrix.Accuracy;
    }
}
