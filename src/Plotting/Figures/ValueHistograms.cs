using ScottPlot;

namespace StaticNet.Plotting;

/// <summary>How weights, activations or gradients are spread: a histogram each.</summary>
public static class ValueHistograms
{
    private const int Bins = 50;

    /// <param name="columns">Panels of a row.</param>
    /// <param name="tensors">Each one's name and values; values that are not finite are counted in the title.</param>
    /// <exception cref="ArgumentException">There is no tensor, or one without finite values.</exception>
    public static Figure Of(int columns, params ReadOnlySpan<(string Name, float[] Values)> tensors)
    {
        var figures = new Figure[tensors.Length];
        for (int i = 0; i < figures.Length; i++)
            figures[i] = One(tensors[i].Name, tensors[i].Values);
        return Figure.InGrid(columns, figures);
    }

    private static Figure One(string name, float[] values)
    {
        double[] finite = [.. values.Where(float.IsFinite).Select(value => (double)value)];
        if (finite.Length == 0)
            throw new ArgumentException($"'{name}' has no finite values: there is nothing to draw.");
        double low = finite.Min(), high = finite.Max(), width = high > low ? (high - low) / Bins : 1;
        if (high == low)
            low -= width * (Bins + 1) / 2;
        var counts = new double[Bins];
        foreach (double value in finite)
            counts[Math.Clamp((int)((value - low) / width), 0, Bins - 1)]++;

        double mean = finite.Average(), deviation = Math.Sqrt(finite.Average(value => (value - mean) * (value - mean)));
        int odd = values.Length - finite.Length;
        Plot plot = Look.Plot($"{name}{(odd > 0 ? $" ({odd} not finite)" : "")}", FormattableString.Invariant($"mean {mean:G3}, deviation {deviation:G3}"), "count");
        var bars = new Bar[Bins];
        for (int i = 0; i < Bins; i++)
            bars[i] = new() { Position = low + (i + 0.5) * width, Value = counts[i], Size = width, FillColor = Look.Of(0), LineWidth = 0 };
        plot.Add.Bars(bars);
        plot.Axes.Margins(bottom: 0);
        return new(plot, 420, 320);
    }
}
