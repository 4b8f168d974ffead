using StaticNet;

namespace Digits;

/// <summary>Trains a network on the training part alone.</summary>
internal static class Training
{
    public static void Run(DigitNet net, DigitData data, Settings settings, Progress progress)
    {
        var trainer = new DigitNet.Trainer(net, settings.CreateOptimizer(), settings.Seed);
        Batches batches = DigitNet.Batches(data.Pixels, data.Labels, settings.BatchSize, settings.Seed);
        for (int epoch = 0; epoch < settings.Epochs; epoch++)
        {
            // η(e) = η₀·(1 + cos(π·e/epochs)) / 2
            trainer.Optimizer.LearningRate = settings.FirstLearningRate * (1 + Math.Cos(Math.PI * epoch / settings.Epochs)) / 2;
            double loss = 0;
            foreach (Batch batch in batches.Epoch(epoch))
                loss += trainer.Step(batch) * batch.Count;
            progress.Report(epoch + 1, loss / data.Count, new ConfusionMatrix(net, data).Accuracy);
        }
    }
}
