using ScottPlot;

namespace StaticNet.Plotting;

/// <summary>The graph of a function of one number and its derivative: an activation, or a loss over its output.</summary>
public static class FunctionGraph
{
    /// <param name="name">The function's name.</param>
    /// <param name="x">Where it was computed, in order.</param>
    /// <param name="y">Its values.</param>
    /// <param name="derivative">Its derivatives.</param>
    /// <exception cref="ArgumentException">There are not as many of each.</exception>
    public static Figure Of(string name, ReadOnlySpan<float> x, ReadOnlySpan<float> y, ReadOnlySpan<float> derivative)
    {
        Series values = new("y", x, y), slopes = new("dy/dx", x, derivative);
        Curves.Check([values, slopes]);
        Plot plot = Look.Plot(name, "x", "");
        plot.Add.HorizontalLine(0, 1, Colors.Black.WithOpacity(0.35));
        plot.Add.VerticalLine(0, 1, Colors.Black.WithOpacity(0.35));
        plot.Line(slopes.Places(), [.. slopes.Y], slopes.Name, Look.Of(1)).LinePattern = LinePattern.DenselyDashed;
        plot.Line(values.Places(), [.. values.Y], values.Name, Look.Of(0));
        plot.ShowLegend(LegendPlace.For((slopes.Places(), [.. slopes.Y]), (values.Places(), [.. values.Y])));
        plot.Axes.SetLimitsX(x[0], x[^1]);
        return new(plot, 400, 330);
    }
}
