using StaticNet;
using StaticNet.Data;
using StaticNet.Plotting;

namespace Course.Lessons;

/// <summary>
/// y = w·x + b by gradient descent: first by hand, then as a network with one Dense layer, which is the same. The best line explains 0.3439 of the
/// variance: no line does better.
/// </summary>
internal sealed class LinearRegression() : Lesson(
    "linear-regression", "a line through 442 patients by gradient descent, by hand and as a network of one Dense layer",
    "R²", quick: 0.343, full: 0.3439)
{
    private const float Rate = 0.1f;

    public override double Run(Session session)
    {
        // Body mass index, and how far the disease went in a year, each to mean 0 and deviation 1.
        (Table measures, float[] y) = CourseData.Diabetes();
        float[] x = measures.Numbers("bmi");
        StandardScaler.Fit(x, columns: 1).Transform(x);
        StandardScaler.Fit(y, columns: 1).Transform(y);
        int steps = session.Pick(30, 100);

        // By hand: the loss is (1/n)·Σ(w·x + b − y)², its derivatives (2/n)·Σ(w·x + b − y)·x and (2/n)·Σ(w·x + b − y).
        float w = 0, b = 0.8f;
        List<(float W, float B)> path = [(w, b)];
        for (int step = 0; step < steps; step++)
        {
            float dw = 0, db = 0;
            for (int i = 0; i < x.Length; i++)
            {
                float error = w * x[i] + b - y[i];
                dw += 2 * error * x[i] / x.Length;
                db += 2 * error / x.Length;
            }

            w -= Rate * dw;
            b -= Rate * db;
            path.Add((w, b));
        }

        // As a network: it starts from the same numbers, and takes the same steps.
        var net = new LineNet();
        net.Dense1.Bias.CopyFrom([0.8f]);
        var trainer = new LineNet.Trainer(net, new SGD(Rate));
        for (int step = 0; step < steps; step++)
            trainer.Step(x, y);
        float netW = net.Dense1.Weight[0, 0], netB = net.Dense1.Bias[0];
        session.Say($"by hand  y = {w:F5}·x + {b:F5}");
        session.Say($"network  y = {netW:F5}·x + {netB:F5}");

        // Σ x·y/n is the best slope of scaled data.
        session.Say($"exactly  y = {x.Zip(y, (a, c) => a * c).Average():F5}·x + 0");
        Draw(session, x, y, path);
        float[] line = new float[x.Length];
        net.Predict(x, line);
        bool same = Math.Abs(netW - w) < 1e-5 && Math.Abs(netB - b) < 1e-5;
        return same ? 1 - y.Zip(line, (truth, found) => (truth - found) * (truth - found)).Sum() / y.Sum(truth => truth * truth) : double.NaN;
    }

    private static void Draw(Session session, float[] x, float[] y, List<(float W, float B)> path)
    {
        float[] ends = [x.Min(), x.Max()];
        Series[] fits = [.. new[] { 0, 1, 2, 5, 10, path.Count - 1 }.Select(step =>
            new Series($"step {step}", ends, [.. ends.Select(end => path[step].W * end + path[step].B)]))];
        session.Draw("fits.png", LineFits.Of(
            "the line after some steps", "body mass index, in deviations from its mean", "disease progression, likewise", new Series("patients", x, y), fits));

        double Loss(double slope, double shift) => x.Zip(y, (a, c) => (slope * a + shift - c) * (slope * a + shift - c)).Average();
        var descent = new Series("gradient descent", [.. path.Select(at => at.W)], [.. path.Select(at => at.B)]);
        session.Draw("descent.png", Figure.InGrid(
            2,
            TrainingCurves.Of("loss by step", "step", "loss", false, new Series("loss", [.. path.Select(at => Loss(at.W, at.B))])),
            DescentPaths.Of("path over the loss", Loss, ("w", -0.4, 1.4), ("b", -0.9, 0.9), descent)));
    }
}

[Network(MaxBatch = 442), Input(1), Dense(1, Weights = Init.Zeros), MeanSquaredError]
internal sealed partial class LineNet;
