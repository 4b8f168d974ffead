using ScottPlot;

namespace StaticNet.Plotting;

/// <summary>The learning rate at each step or epoch, of one schedule or of several.</summary>
public static class LearningRateCurve
{
    /// <param name="unit">What is counted: <c>step</c> or <c>epoch</c>.</param>
    /// <param name="schedules">The rates, counted from 0 where a series has no places of its own.</param>
    /// <exception cref="ArgumentException">There is no schedule, or one without points.</exception>
    public static Figure Of(string unit, params ReadOnlySpan<Series> schedules)
    {
        Plot plot = Look.Plot("learning rate", unit, "learning rate");
        Curves.Add(plot, schedules, first: 0, logarithmic: false);
        plot.Axes.SetLimitsY(0, 1.08 * schedules.ToArray().Max(schedule => schedule.Y.Max()));
        plot.Axes.Bottom.Whole();
        return new(plot, height: 400);
    }
}
