using System.CommandLine;

namespace Digits;

/// <summary>The options of the program and what they accept.</summary>
internal static class CommandLine
{
    public static RootCommand Of(Func<Settings, int> run)
    {
        var defaults = new Settings();
        Option<int> epochs = Of<int>(
            "--epochs", "Passes over the training part, 1 to 10000. [default: 80, with --data: 5]", value => value is >= 1 and <= 10_000);
        Option<int> batchSize = Of(
            "--batch-size", $"Samples of one step, 1 to {DigitNet.MaxBatch}.", defaults.BatchSize, value => value is >= 1 and <= DigitNet.MaxBatch);
        Option<double> learningRate = Of<double>(
            "--learning-rate", "The learning rate of the first step, above 0 and at most 10; it falls to 0 along a cosine. [default: 0.004, with --data: 0.001, sgd: 0.05]",
            value => value is > 0 and <= 10);
        Option<string> optimizer = Of(
            "--optimizer", $"What updates the weights: {string.Join(", ", Settings.Optimizers)}.", defaults.Optimizer, Settings.Optimizers.Contains);
        Option<ulong> seed = Of("--seed", "The seed of split, initial weights, order and dropout, 0 or above.", defaults.Seed, _ => true);
        Option<string> output = Of(
            "--output", "The file for the weights, in a folder that exists.", defaults.Output,
            value => value.Length > 0 && !Directory.Exists(value) && Directory.Exists(Path.GetDirectoryName(Path.GetFullPath(value))));
        Option<string> data = Of<string>(
            "--data", "A folder with the four idx files of MNIST, Fashion-MNIST or a data set like them, plain or .gz, to train on instead.", Directory.Exists);

        var command = new RootCommand("Trains a network on images, handwritten digits unless told otherwise, and says how many of a test part it knows.")
        {
            epochs, batchSize, learningRate, optimizer, seed, output, data,
        };
        command.SetAction(line => run(new(
            line.GetResult(epochs) is null ? null : line.GetValue(epochs), line.GetValue(batchSize), line.GetResult(learningRate) is null ? null : line.GetValue(learningRate),
            line.GetValue(optimizer)!, line.GetValue(seed), line.GetValue(output)!, line.GetValue(data))));
        return command;
    }

    private static Option<T> Of<T>(string name, string description, T standard, Func<T, bool> accepts)
        where T : IParsable<T>
    {
        Option<T> option = Of(name, description, accepts);
        option.DefaultValueFactory = _ => standard;
        return option;
    }

    private static Option<T> Of<T>(string name, string description, Func<T, bool> accepts)
        where T : IParsable<T> => new(name)
        {
            Description = description,
            CustomParser = result =>
            {
                string text = result.Tokens[^1].Value;
                if (T.TryParse(text, null, out T? value) && accepts(value))
                    return value;
                result.AddError($"{name} does not accept '{text}'. {description}");
                return default;
            },
        };
}
