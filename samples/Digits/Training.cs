using StaticNet;

namespace Digits;

/// <summary>Trains a network on the training part alone.</summary>
internal static class Training
{
    public static void Run(IImageClassifier net, ITrainer trainer, Images data, Settings settings, Progress progress) =>
        trainer.Fit(net.Cut(data, settings.BatchSize, settings.Seed), new FitOptions
        {
            Epochs = settings.Passes,
            Schedule = new CosineAnnealingLR(settings.Passes),
            Metrics = [new Accuracy()],
            OnEpochEnd = progress.Report,
        });
}
