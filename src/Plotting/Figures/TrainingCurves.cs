using ScottPlot;

namespace StaticNet.Plotting;

/// <summary>A measure after each epoch: loss or accuracy, of training and validation part, of one run or of several.</summary>
public static class TrainingCurves
{
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
        Curves.Add(plot, curves, first: 1, logarithmic);
        plot.Axes.Bottom.Whole();
        return new(plot);
    }
}
