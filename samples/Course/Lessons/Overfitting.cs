using StaticNet;
using StaticNet.Data;
using StaticNet.Plotting;

namespace Course.Lessons;

/// <summary>A large network learns a small training part by heart: what that looks like, and what dropout, batch normalisation and weight decay do about it.</summary>
internal sealed class Overfitting() : Lesson(
    "overfitting", "a small and a large network on a thousand images; dropout, batch norm and weight decay beside each other",
    "validation loss of the large network by that of the best mended one", quick: 1.1, full: 1.3, OtherData.Folder)
{
    public override double Run(Session session)
    {
        (LabelledImages all, LabelledImages test) = CourseData.Images(session);
        DataSet<byte, int> training = all.ToDataSet().Select(DataSplit.Stratified(all.Labels, test: 1 - 1000.0 / all.Count, seed: 1).Training);
        DataSet<byte, int> validation = test.ToDataSet().Select([.. Enumerable.Range(0, Math.Min(2000, test.Count))]);
        int epochs = session.Pick(15, 60);

        // The same number of epochs for all, and no early stopping: what happens after the best epoch is what is to be seen.
        FitHistory Learn(ITrainer trainer, Func<DataSet<byte, int>, Batches> cut) =>
            trainer.Fit(cut(training), new FitOptions { Epochs = epochs, Validation = cut(validation), Metrics = [new Accuracy()], Schedule = new CosineAnnealingLR(epochs) });

        (string Name, FitHistory History)[] runs =
        [
            ("small", Learn(new SmallNet.Trainer(new(1), new Adam(), 1), data => SmallNet.Batches(data.Inputs, data.Targets, 50, seed: 1))),
            ("large", Learn(new LargeNet.Trainer(new(1), new Adam(), 1), data => LargeNet.Batches(data.Inputs, data.Targets, 50, seed: 1))),
            ("large, dropout", Learn(new DropoutNet.Trainer(new(1), new Adam(), 1), data => DropoutNet.Batches(data.Inputs, data.Targets, 50, seed: 1))),
            ("large, batch norm", Learn(new BatchNormNet.Trainer(new(1), new Adam(), 1), data => BatchNormNet.Batches(data.Inputs, data.Targets, 50, seed: 1))),
            ("large, weight decay", Learn(new LargeNet.Trainer(new(1), new AdamW { WeightDecay = 4 }, 1), data => LargeNet.Batches(data.Inputs, data.Targets, 50, seed: 1))),
        ];
        foreach ((string name, FitHistory history) in runs)
            session.Say($"{name,-20} training loss {history[^1].Loss:F3}   validation loss {history[^1].ValidationLoss:F3}   validation accuracy {history[^1]["accuracy"]:F4}");
        session.Draw("curves.png", Figure.InGrid(
            2,
            TrainingCurves.Of("training loss", "epoch", "loss", true, [.. runs.Select(run => new Series(run.Name, [.. run.History.Select(epoch => epoch.Loss)]))]),
            TrainingCurves.Of("validation loss", "epoch", "loss", false, [.. runs.Select(run => new Series(run.Name, [.. run.History.Select(epoch => epoch.ValidationLoss!.Value)]))])));
        return runs[1].History[^1].ValidationLoss!.Value / runs[2..].Min(run => run.History[^1].ValidationLoss!.Value);
    }
}

[Network(MaxBatch = 50), Input(1, 28, 28, Scale = 1 / 255.0, Mean = new[] { 0.2860 }, Std = new[] { 0.3530 }), Flatten]
[Dense(16), ReLU, Dense(10), SoftmaxCrossEntropy]
internal sealed partial class SmallNet;

[Network(MaxBatch = 50), Input(1, 28, 28, Scale = 1 / 255.0, Mean = new[] { 0.2860 }, Std = new[] { 0.3530 }), Flatten]
[Dense(512), ReLU, Dense(256), ReLU, Dense(10), SoftmaxCrossEntropy]
internal sealed partial class LargeNet;

[Network(MaxBatch = 50), Input(1, 28, 28, Scale = 1 / 255.0, Mean = new[] { 0.2860 }, Std = new[] { 0.3530 }), Flatten]
[Dense(512), ReLU, Dropout(0.5), Dense(256), ReLU, Dropout(0.5), Dense(10), SoftmaxCrossEntropy]
internal sealed partial class DropoutNet;

[Network(MaxBatch = 50), Input(1, 28, 28, Scale = 1 / 255.0, Mean = new[] { 0.2860 }, Std = new[] { 0.3530 }), Flatten]
[Dense(512), BatchNorm, ReLU, Dense(256), BatchNorm, ReLU, Dense(10), SoftmaxCrossEntropy]
internal sealed partial class BatchNormNet;
