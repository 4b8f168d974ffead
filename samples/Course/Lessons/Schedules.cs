using StaticNet;
using StaticNet.Data;
using StaticNet.Plotting;

namespace Course.Lessons;

/// <summary>How the learning rate falls, and what that is worth: a constant rate, a step schedule and a cosine, from the same start.</summary>
internal sealed class Schedules() : Lesson(
    "schedules", "constant, step and cosine learning rates: drawn, and raced on images",
    "validation loss of the constant rate by that of the best schedule", quick: 1.02, full: 1.1, OtherData.Folder)
{
    public override double Run(Session session)
    {
        (LabelledImages all, LabelledImages test) = CourseData.Images(session);
        int count = Math.Min(session.Pick(2000, 10000), all.Count), epochs = session.Pick(8, 20);
        DataSet<byte, int> training = all.ToDataSet().Select([.. Enumerable.Range(0, count)]);
        Batches validation = RaceNet.Batches(test.Pixels, test.Labels, size: 64, shuffle: false);

        // The optimizer's rate is where each schedule starts. It is a little too high to settle at: that is what schedules are for.
        (string Name, Schedule? Schedule)[] lanes = [("constant", null), ("step", new StepLR(epochs / 4, 0.3)), ("cosine", new CosineAnnealingLR(epochs))];
        (string Name, FitHistory History)[] runs = [.. lanes.Select(lane =>
        {
            var trainer = new RaceNet.Trainer(new(seed: 1), new SGD(0.03) { Momentum = 0.9 }, seed: 1);
            FitHistory history = trainer.Fit(RaceNet.Batches(training.Inputs, training.Targets, size: 64, seed: 1), new FitOptions
            {
                Epochs = epochs,
                Validation = validation,
                Metrics = [new Accuracy()],
                Schedule = lane.Schedule,
            });
            session.Say($"{lane.Name,-9} validation loss {history[^1].ValidationLoss:F4}   accuracy {history[^1]["accuracy"]:F4}");
            return (lane.Name, history);
        })];
        Series[] Curves(Func<EpochReport, double> of) => [.. runs.Select(run => new Series(run.Name, [.. run.History.Select(of)]))];
        session.Draw("race.png", Figure.InGrid(
            2, LearningRateCurve.Of("epoch", [.. runs.Select(run => new Series(run.Name, [.. run.History.Select(epoch => (double)epoch.Epoch)], [.. run.History.Select(epoch => epoch.LearningRate)]))]),
            TrainingCurves.Of("training loss", Curves(epoch => epoch.Loss)), TrainingCurves.Of("validation loss", Curves(epoch => epoch.ValidationLoss!.Value)),
            TrainingCurves.Of("validation accuracy", Curves(epoch => epoch["accuracy"]))).Sized(700, 420));
        return runs[0].History[^1].ValidationLoss!.Value / runs[1..].Min(run => run.History[^1].ValidationLoss!.Value);
    }
}

[Network(MaxBatch = 64), Input(1, 28, 28, Scale = 1 / 255.0, Mean = new[] { 0.2860 }, Std = new[] { 0.3530 })]
[Flatten, Dense(128), ReLU, Dropout(0.3), Dense(10), SoftmaxCrossEntropy]
internal sealed partial class RaceNet;
