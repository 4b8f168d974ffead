using StaticNet;

namespace Digits;

/// <summary>Trains a network on the training part alone.</summary>
internal static class Training
{
    public static void Run(IImageClassifier net, Images data, Settings settings, Progress progress)
    {
        ITrainer trainer = net.CreateTrainer(settings.CreateOptimizer(), settings.Seed);
        Batches batches = net.Cut(data, settings.BatchSize, settings.Seed);
        for (int epoch = 0; epoch < settings.Passes; epoch++)
        {
            // η(e) = η₀·(1 + cos(π·e/epochs)) / 2
            trainer.Optimizer.LearningRate = settings.FirstLearningRate * (1 + Math.Cos(Math.PI * epoch / settings.Passes)) / 2;
            double loss = 0;
            foreach (Batch batch in batches.Epoch(epoch))
                loss += trainer.Step(batch) * batch.Count;
            progress.Report(epoch + 1, loss / data.Count, new ConfusionMatrix(net, data).Accuracy);
        }
    }
}
