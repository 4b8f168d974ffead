using StaticNet;
using StaticNet.Data;
using StaticNet.Plotting;

namespace Course.Lessons;

/// <summary>
/// A sigmoid passes on a quarter of a gradient at most, so that of ten layers the first learn nothing; ReLU passes on all or nothing. A rate that is too
/// high kills it: a unit that is 0 for every sample gets no gradient, and stays so.
/// </summary>
internal sealed class Vanishing() : Lesson(
    "vanishing", "sigmoid against ReLU in ten layers: where the gradient goes, and units that die, drawn",
    "orders of magnitude by which ten sigmoids shrink a gradient more than ReLU", quick: 3, full: 3, OtherData.Folder)
{
    public override double Run(Session session)
    {
        (LabelledImages all, LabelledImages test) = CourseData.Images(session);
        DataSet<byte, int> training = all.ToDataSet().Select([.. Enumerable.Range(0, Math.Min(session.Pick(3000, 20000), all.Count))]);
        DataSet<byte, int> held = test.ToDataSet().Select([.. Enumerable.Range(0, Math.Min(2000, test.Count))]);
        (string Name, FitHistory History, Insight Insight)[] runs =
        [
            Learn("sigmoid", new SigmoidStack.Trainer(new(1), Rate(0.05)), data => SigmoidStack.Batches(data.Inputs, data.Targets, 64, seed: 1)),
            Learn("ReLU", new ReluStack.Trainer(new(1), Rate(0.05)), data => ReluStack.Batches(data.Inputs, data.Targets, 64, seed: 1)),
            Learn("ReLU, rate too high", new ReluStack.Trainer(new(1), Rate(0.5)), data => ReluStack.Batches(data.Inputs, data.Targets, 64, seed: 1)),
        ];

        // Layer by layer what the first epoch showed: the gradient, and how far a step moved the weights.
        double[][] gradients = [.. runs.Select(run => Of(run.Insight.Epochs[0], layer => layer.GradientNorm))], moved = [.. runs.Select(run => Of(run.Insight.Epochs[0], layer => layer.UpdateRatio))];
        session.Say("layer      gradient: sigmoid       ReLU     a step's ‖Δw‖/‖w‖: sigmoid       ReLU");
        for (int k = 0; k < gradients[0].Length; k++)
            session.Say($"dense{k + 1,-5} {gradients[0][k],18:0.0E+0} {gradients[1][k],10:0.0E+0} {moved[0][k],30:0.0E+0} {moved[1][k],10:0.0E+0}");

        // And what the last one shows: units that gave 0 for every sample of it.
        double[][] dead = [.. runs[1..].Select(run => Of(run.Insight.Epochs[^1], layer => layer.DeadUnits))];
        session.Say("layer      dead units: ReLU   rate too high");
        for (int k = 0; k < dead[0].Length; k++)
            session.Say($"relu{k + 1,-6} {dead[0][k],16:P0} {dead[1][k],15:P0}");
        foreach ((string name, FitHistory history, Insight insight) in runs)
            session.Say($"{name}: test accuracy {history[^1]["accuracy"]:F4}, dead units {Dead(insight.Epochs[^1]):P0}");

        session.Draw("gradient-flow.png", GradientFlow.Of([.. runs[..2].Select(run => (run.Name, run.Insight.Epochs[0]))]));
        session.Draw("activations.png", ValueHistograms.Of(3, [.. runs[..2].SelectMany(run => run.Insight.Activations).Where(kept => kept.Layer is "sigmoid1" or "sigmoid5" or "sigmoid9" or "relu1" or "relu5" or "relu9")]));
        session.Draw("learning.png", Figure.InGrid(
            2,
            TrainingCurves.Of("test accuracy", [.. runs.Select(run => new Series(run.Name, [.. run.History.Select(epoch => epoch["accuracy"])]))]),
            TrainingCurves.Of("share of dead units", [.. runs.Select(run => new Series(run.Name, [.. run.Insight.Epochs.Select(Dead)]))])));

        // A rate that kills no units is none that is too high: then half of the lesson has failed.
        return Dead(runs[2].Insight.Epochs[^1]) > 0.2 && Dead(runs[1].Insight.Epochs[^1]) < 0.1 ? Lost(gradients[0]) - Lost(gradients[1]) : double.NaN;

        (string, FitHistory, Insight) Learn(string name, ITrainer trainer, Func<DataSet<byte, int>, Batches> cut)
        {
            var insight = new Insight(session.File($"{name.Replace(", ", "-").Replace(' ', '-')}.jsonl")) { KeepActivations = true };
            return (name, trainer.Fit(cut(training), new FitOptions { Epochs = session.Pick(4, 10), Validation = cut(held), Metrics = [new Accuracy()], Callbacks = [insight] }), insight);
        }
    }

    private static SGD Rate(double rate) => new(rate) { Momentum = 0.9, ClipNorm = 1 };

    private static double[] Of(EpochInsight epoch, Func<LayerInsight, double?> value) => [.. epoch.Layers.Select(value).OfType<double>()];

    // A sigmoid is never 0: of it no unit is dead.
    private static double Dead(EpochInsight epoch) => Of(epoch, layer => layer.DeadUnits).DefaultIfEmpty().Average();

    private static double Lost(double[] gradients) => Math.Log10(gradients[^1] / gradients[0]);
}

[Network(MaxBatch = 64), Input(1, 28, 28, Scale = 1 / 255.0, Mean = new[] { 0.2860 }, Std = new[] { 0.3530 }), Flatten]
[Dense(32), Sigmoid, Dense(32), Sigmoid, Dense(32), Sigmoid, Dense(32), Sigmoid, Dense(32), Sigmoid]
[Dense(32), Sigmoid, Dense(32), Sigmoid, Dense(32), Sigmoid, Dense(32), Sigmoid, Dense(10), SoftmaxCrossEntropy]
internal sealed partial class SigmoidStack;

[Network(MaxBatch = 64), Input(1, 28, 28, Scale = 1 / 255.0, Mean = new[] { 0.2860 }, Std = new[] { 0.3530 }), Flatten]
[Dense(32), ReLU, Dense(32), ReLU, Dense(32), ReLU, Dense(32), ReLU, Dense(32), ReLU]
[Dense(32), ReLU, Dense(32), ReLU, Dense(32), ReLU, Dense(32), ReLU, Dense(10), SoftmaxCrossEntropy]
internal sealed partial class ReluStack;
