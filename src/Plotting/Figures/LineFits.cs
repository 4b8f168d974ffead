using ScottPlot;

namespace StaticNet.Plotting;

/// <summary>Points, and curves that were laid through them: the steps of a regression.</summary>
public static class LineFits
{
    /// <summary>With axes that are named <c>x</c> and <c>y</c>.</summary>
    /// <inheritdoc cref="Of(string, string, string, Series, ReadOnlySpan{Series})"/>
    public static Figure Of(string title, Series points, params ReadOnlySpan<Series> fits) => Of(title, "x", "y", points, fits);

    /// <param name="title">What stands above.</param>
    /// <param name="x">What is given: the name of the axis.</param>
    /// <param name="y">What is to be found.</param>
    /// <param name="points">The samples.</param>
    /// <param name="fits">The curves, in the order in which they were found; later ones are drawn stronger.</param>
    /// <exception cref="ArgumentException">A series has no points.</exception>
    public static Figure Of(string title, string x, string y, Series points, params ReadOnlySpan<Series> fits)
    {
        ArgumentNullException.ThrowIfNull(points);
        Curves.Check([points, .. fits]);
        Plot plot = Look.Plot(title, x, y);
        plot.Add.Markers(points.Places(), [.. points.Y], MarkerShape.FilledCircle, 6, Colors.Black.WithOpacity(0.55)).LegendText = points.Name;
        for (int i = 0; i < fits.Length; i++)
        {
            double age = fits.Length == 1 ? 1 : (double)i / (fits.Length - 1);
            plot.Line(fits[i].Places(), [.. fits[i].Y], fits[i].Name, Look.Of(0).MixedWith(Look.Of(1), age).WithOpacity(0.35 + 0.65 * age));
        }

        plot.ShowLegend(Alignment.UpperLeft);
        return new(plot);
    }
}
