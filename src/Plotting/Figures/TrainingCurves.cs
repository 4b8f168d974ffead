using ScottPlot;

namespace StaticNet.Plotting;

/// <summary>A measure after each epoch: loss or accuracy, of training and validation part, of one run or of several.</summary>
public static class TrainingCurves
{
    // The share of the width that a legend takes, with names of some words.
    private const double LegendWidth = 0.35;

    /// <summary>Curves over epochs, counted from 1 where a series has no places of its own.</summary>
    /// <param name="measure">What is measured, as <c>loss</c>: the label of the axis.</param>
    /// <param name="curves">The runs and parts.</param>
    /// <exception cref="ArgumentException">There is no curve, or one without points.</exception>
    public static Figure Of(string measure, params ReadOnlySpan<Series> curves) => Of($"{measure} by epoch", "epoch", measure, false, curves);

    /// <summary>Curves over epochs or steps, counted from 1 where a series has no places of its own.</summary>
    /// <param name="title">What stands above.</param>
    /// <param name="unit">What is counted: <c>epoch</c> or <c>step</c>.</param>
    /// <param name="measure">What is measured, as <c>loss</c>: the label of the axis.</param>
    /// <param name="logarithmic">Whether each step of the axis is a factor of ten; then values are above 0.</param>
    /// <param name="curves">The runs and parts.</param>
    /// <exception cref="ArgumentException">There is no curve, one without points, or with values that a logarithmic axis cannot show.</exception>
    public static Figure Of(string title, string unit, string measure, bool logarithmic, params ReadOnlySpan<Series> curves)
    {
        Plot plot = Look.Plot(title, unit, measure);
        Curves.Add(plot, curves, first: 1, logarithmic, Emptiest(curves, logarithmic));
        plot.Axes.Bottom.Whole();
        return new(plot);
    }

    // On the right, in the third of the height where the fewest points are.
    private static Alignment Emptiest(ReadOnlySpan<Series> curves, bool logarithmic)
    {
        List<(double X, double Y)> points = [];
        foreach (Series curve in curves)
            points.AddRange(curve.Places(first: 1).Zip(curve.Y, (x, y) => (X: x, Y: logarithmic ? Math.Log10(y) : y)).Where(point => double.IsFinite(point.Y)));
        if (points.Count == 0)
            return Alignment.UpperRight;
        (double left, double right) = (points.Min(point => point.X), points.Max(point => point.X));
        (double low, double high) = (points.Min(point => point.Y), points.Max(point => point.Y));
        int[] thirds = new int[3];
        foreach ((_, double y) in points.Where(point => point.X >= right - LegendWidth * (right - left)))
            thirds[high > low ? Math.Min(2, (int)(3 * (high - y) / (high - low))) : 1]++;
        return thirds[0] <= Math.Min(thirds[1], thirds[2]) ? Alignment.UpperRight : thirds[2] <= thirds[1] ? Alignment.LowerRight : Alignment.MiddleRight;
    }
}
