using ScottPlot;

namespace StaticNet.Plotting;

/// <summary>Several curves in one panel.</summary>
internal static class Curves
{
    public static void Add(Plot plot, ReadOnlySpan<Series> curves, double first, bool logarithmic)
    {
        Check(curves);
        var drawn = new (double[] X, double[] Y)[curves.Length];
        for (int i = 0; i < curves.Length; i++)
        {
            double[] y = [.. curves[i].Y];
            if (logarithmic)
                y = Logarithms(curves[i].Name, y);
            drawn[i] = (curves[i].Places(first), y);
            plot.Line(drawn[i].X, y, curves[i].Name, Look.Of(i));
        }

        if (logarithmic)
            plot.Logarithmic();
        plot.Legend(curves.Length, LegendPlace.For(drawn));
    }

    public static void Check(ReadOnlySpan<Series> curves)
    {
        if (curves.IsEmpty)
            throw new ArgumentException("There is no curve: pass at least one.", nameof(curves));
        foreach (Series curve in curves)
        {
            if (curve.Y.Count == 0)
                throw new ArgumentException($"'{curve.Name}' has no points: pass at least one.", nameof(curves));
        }
    }

    public static double[] Logarithms(string name, double[] values)
    {
        double least = values.Where(value => value > 0).DefaultIfEmpty(double.NaN).Min();
        if (double.IsNaN(least) || values.Any(value => value < 0))
            throw new ArgumentException($"'{name}' has values below 0, or none above it, which a logarithmic axis cannot show: draw it on a plain one.");

        // A 0 lies below everything: it is drawn a factor of ten below the least.
        return [.. values.Select(value => Math.Log10(value > 0 ? value : least / 10))];
    }
}
