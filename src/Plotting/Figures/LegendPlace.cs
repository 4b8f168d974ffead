using ScottPlot;

namespace StaticNet.Plotting;

/// <summary>Where in a panel a legend covers the least of its curves.</summary>
internal static class LegendPlace
{
    // The share of the width that a legend takes, with names of some words, and of the height, with a few of them.
    private const double Width = 0.35, Height = 1 / 3.0;

    // Lines between a few values are seen as points, so many of each curve.
    private const int PointsOfCurve = 1000;

    // In the order in which they are preferred.
    private static readonly Alignment[] Places =
        [Alignment.UpperRight, Alignment.LowerRight, Alignment.MiddleRight, Alignment.UpperLeft, Alignment.LowerLeft, Alignment.MiddleLeft];

    /// <param name="curves">The curves' values, as they are drawn.</param>
    public static Alignment For(params ReadOnlySpan<(double[] X, double[] Y)> curves)
    {
        List<(double X, double Y)> points = [];
        foreach ((double[] x, double[] y) in curves)
        {
            int parts = Math.Max(1, PointsOfCurve / y.Length);
            for (int i = 0; i < y.Length; i++)
            {
                int next = Math.Min(i + 1, y.Length - 1);
                for (double part = 0; part < parts; part++)
                    points.Add((x[i] + part / parts * (x[next] - x[i]), y[i] + part / parts * (y[next] - y[i])));
            }
        }

        points.RemoveAll(point => !double.IsFinite(point.Y));
        if (points.Count == 0)
            return Places[0];
        (double left, double right) = (points.Min(point => point.X), points.Max(point => point.X));
        (double low, double high) = (points.Min(point => point.Y), points.Max(point => point.Y));
        int[,] counts = new int[2, 3];
        foreach ((double x, double y) in points)
        {
            int third = high > low ? Math.Min(2, (int)((high - y) / (high - low) / Height)) : 1;
            if (x >= right - Width * (right - left))
                counts[0, third]++;
            if (x <= left + Width * (right - left))
                counts[1, third]++;
        }

        // Of each side above, below, in the middle.
        return Places.Zip([counts[0, 0], counts[0, 2], counts[0, 1], counts[1, 0], counts[1, 2], counts[1, 1]]).MinBy(place => place.Second).First;
    }
}
