using System.Diagnostics;
using StaticNet;
using StaticNet.Data;

namespace Digits;

/// <summary>Train, save, test: with the digits that the program carries, or with a folder of idx files.</summary>
internal static class MainJob
{
    public const double TestShare = 0.2;

    /// <summary>The share of the test part that the trained network knows. The test part decides nothing before that.</summary>
    public static double Run(Settings settings, TextWriter output, bool live)
    {
        (Images training, Images test) = settings.Data is { } folder ? IdxFolder.Load(folder) : Parts(DigitFile.Load(), settings.Seed);
        IImageClassifier net = settings.Data is null ? new DigitNet(settings.Seed) : new FashionNet(settings.Seed);
        output.WriteLine($"{training.Count} images to train on, {test.Count} to test with; {net.Parameters.Table.ParameterCount} parameters");

        var clock = Stopwatch.StartNew();
        ITrainer trainer = net.CreateTrainer(settings.CreateOptimizer(), settings.Seed);
        Training.Run(net, trainer, training, settings, new(output, live));
        output.WriteLine($"{settings.Passes} epochs in {clock.Elapsed.TotalSeconds:F2} s");

        net.Save(settings.Output);
        output.WriteLine($"weights in {Path.GetFullPath(settings.Output)}");

        var matrix = new ConfusionMatrix(net.OutputLength);
        trainer.Evaluate(net.Cut(test, settings.BatchSize, settings.Seed), new MetricList(matrix));
        Write(matrix, output);
        output.WriteLine($"test accuracy: {matrix.Value:F4}");
        return matrix.Value;
    }

    /// <summary>The part to train on and the part to test with: every digit has the same share of both.</summary>
    public static (Images Training, Images Test) Parts(Images all, ulong seed)
    {
        DataSplit split = DataSplit.Stratified(all.Labels, TestShare, seed: seed);
        return (all.Select(split.Training), all.Select(split.Test));
    }

    private static void Write(ConfusionMatrix matrix, TextWriter output)
    {
        int[] classes = [.. Enumerable.Range(0, matrix.Classes)];
        output.WriteLine("the class (row) was taken for (column)");
        output.WriteLine($"    {string.Concat(classes.Select(said => $"{said,5}"))}");
        foreach (int label in classes)
            output.WriteLine($"{label,4}{string.Concat(classes.Select(said => matrix[label, said] is > 0 and var count ? $"{count,5}" : "    ·"))}");
    }
}
