using ScottPlot;

namespace StaticNet.Plotting;

/// <summary>The receiver operating characteristic: the share of positives found against the share of negatives taken for one, over all thresholds.</summary>
public static class RocCurve
{
    // A curve of a thousand samples is as strong as one of ten: its corners are what counts.
    private const float LineWidth = 2.6f;

    /// <param name="classifiers">Each one's name, scores (the higher, the more a sample is positive) and whether samples are positive.</param>
    /// <exception cref="ArgumentException">Scores and samples differ in number, or all samples are of one kind.</exception>
    public static Figure Of(params ReadOnlySpan<(string Name, float[] Scores, bool[] Positive)> classifiers)
    {
        if (classifiers.IsEmpty)
            throw new ArgumentException("There is no classifier: pass at least one.", nameof(classifiers));
        Plot plot = Look.Plot("ROC", "false positive rate", "true positive rate");
        plot.Add.Line(0, 0, 1, 1).Color = Colors.Grey.WithOpacity(0.5);
        for (int i = 0; i < classifiers.Length; i++)
        {
            (string name, float[] scores, bool[] positive) = classifiers[i];
            (double[] x, double[] y) = Points(scores, positive);
            plot.Line(x, y, $"{name}: AUC {Area(x, y):F4}", Look.Of(i)).LineWidth = LineWidth;
        }

        plot.Axes.SetLimits(-0.02, 1.02, -0.02, 1.02);
        plot.ShowLegend(Alignment.LowerRight);
        return new(plot, 620, 600);
    }

    /// <summary>One point for each score that occurs, from the highest on; equal scores move both ways at once.</summary>
    internal static (double[] FalsePositives, double[] TruePositives) Points(float[] scores, bool[] positive)
    {
        int positives = positive.Count(is1 => is1), negatives = positive.Length - positives;
        if (scores.Length != positive.Length || positives == 0 || negatives == 0)
            throw new ArgumentException($"{scores.Length} scores of {positives} positive and {negatives} negative samples make no curve: pass a score for each, and samples of both kinds.");
        List<double> x = [0], y = [0];
        int found = 0, wrong = 0;
        foreach (IGrouping<float, int> equal in Enumerable.Range(0, scores.Length).GroupBy(i => scores[i]).OrderByDescending(equal => equal.Key))
        {
            int right = equal.Count(i => positive[i]);
            (found, wrong) = (found + right, wrong + equal.Count() - right);
            x.Add((double)wrong / negatives);
            y.Add((double)found / positives);
        }

        return ([.. x], [.. y]);
    }

    // Σ (xᵢ₊₁ − xᵢ)·(yᵢ₊₁ + yᵢ)/2
    internal static double Area(double[] x, double[] y) => Enumerable.Range(0, x.Length - 1).Sum(i => (x[i + 1] - x[i]) * (y[i + 1] + y[i]) / 2);
}
