using ScottPlot;

namespace StaticNet.Plotting;

/// <summary>A series and what was foretold of it.</summary>
public static class ForecastFigure
{
    /// <param name="title">What stands above.</param>
    /// <param name="unit">What the values are in.</param>
    /// <param name="truth">What came.</param>
    /// <param name="forecasts">What was foretold, each at its places.</param>
    /// <exception cref="ArgumentException">A series has no points.</exception>
    public static Figure Of(string title, string unit, Series truth, params ReadOnlySpan<Series> forecasts) =>
        Of(title, "step", unit, truth, forecasts);

    /// <summary>The same over dates: places are days as <see cref="DateTime.ToOADate"/> counts them.</summary>
    /// <inheritdoc cref="Of(string, string, Series, ReadOnlySpan{Series})"/>
    public static Figure OverDates(string title, string unit, Series truth, params ReadOnlySpan<Series> forecasts)
    {
        Figure figure = Of(title, "", unit, truth, forecasts);
        figure.Panels[0].Axes.Bottom.TickGenerator = new ScottPlot.TickGenerators.DateTimeAutomatic
        {
            LabelFormatter = date => date.ToString("yyyy-MM", System.Globalization.CultureInfo.InvariantCulture),
        };
        return figure;
    }

    private static Figure Of(string title, string x, string unit, Series truth, ReadOnlySpan<Series> forecasts)
    {
        ArgumentNullException.ThrowIfNull(truth);
        Curves.Check([truth, .. forecasts]);
        Plot plot = Look.Plot(title, x, unit);
        plot.Line(truth.Places(), [.. truth.Y], truth.Name, Colors.Black);
        for (int i = 0; i < forecasts.Length; i++)
            plot.Line(forecasts[i].Places(), [.. forecasts[i].Y], forecasts[i].Name, Look.Of(i)).LineWidth = 1.6f;
        plot.Legend(1 + forecasts.Length, Alignment.UpperLeft);
        return new(plot, 1000, 450);
    }
}
