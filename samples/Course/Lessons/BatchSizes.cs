using StaticNet;
using StaticNet.Data;
using StaticNet.Plotting;

namespace Course.Lessons;

/// <summary>One problem, three ways down: all samples a step, some of them, a single one. Cost and path side by side.</summary>
internal sealed class BatchSizes() : Lesson(
    "batch-sizes", "full batch, mini-batch and single-sample descent on one problem: cost and path side by side",
    "R² of the worst of three", quick: 0.31, full: 0.33)
{
    // The jagged path is drawn first, so that it covers none of the others.
    private static readonly (string Name, int Size, double Rate)[] Ways = [("single sample, 1", 1, 0.01), ("mini-batch, 32", 32, 0.1), ("full batch, 442", 442, 0.1)];

    public override double Run(Session session)
    {
        (Table measures, float[] y) = CourseData.Diabetes();
        float[] x = measures.Numbers("bmi");
        StandardScaler.Fit(x, columns: 1).Transform(x);
        StandardScaler.Fit(y, columns: 1).Transform(y);
        int epochs = session.Pick(12, 20);
        double worst = 1;
        List<Series> costs = [], paths = [];
        foreach ((string name, int size, double rate) in Ways)
        {
            // The same start for all; each epoch sees every sample once, in as many steps as there are batches.
            var net = new DescentNet();
            net.Dense1.Weight.CopyFrom([-0.3f]);
            net.Dense1.Bias.CopyFrom([0.8f]);
            var trainer = new DescentNet.Trainer(net, new SGD(rate));
            Batches batches = DescentNet.Batches(x, y, size, seed: 1);
            List<double> cost = [net.Evaluate(batches)];
            List<float> w = [net.Dense1.Weight[0, 0]], b = [net.Dense1.Bias[0]];
            for (int epoch = 0; epoch < epochs; epoch++)
            {
                foreach (Batch batch in batches.Epoch(epoch))
                {
                    trainer.Step(batch);
                    w.Add(net.Dense1.Weight[0, 0]);
                    b.Add(net.Dense1.Bias[0]);
                }

                cost.Add(net.Evaluate(batches));
            }

            // The targets have variance 1, so what the loss leaves of it is 1 − R².
            session.Say($"{name,-16}  {w.Count - 1,5} steps   cost {cost[^1]:F5}   R² {1 - cost[^1]:F4}");
            worst = Math.Min(worst, 1 - cost[^1]);
            costs.Add(new(name, [.. Enumerable.Range(0, cost.Count).Select(epoch => (double)epoch)], [.. cost]));
            paths.Add(new(name, [.. w], [.. b]));
        }

        double Loss(double slope, double shift) => x.Zip(y, (a, c) => (slope * a + shift - c) * (slope * a + shift - c)).Average();
        session.Draw("paths.png", Figure.InGrid(
            2,
            TrainingCurves.Of("cost by epoch", "epoch", "mean squared error", false, [.. costs]),
            DescentPaths.Of("paths over the cost", Loss, ("w", -0.5, 1.1), ("b", -0.6, 1.0), [.. paths])));
        return worst;
    }
}

[Network(MaxBatch = 442), Input(1), Dense(1), MeanSquaredError]
internal sealed partial class DescentNet;
