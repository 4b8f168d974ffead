using ScottPlot;

namespace StaticNet.Plotting;

/// <summary>How optimizers go downhill: paths of two parameters over the loss, which is the darker the lower.</summary>
public static class DescentPaths
{
    // Cells of the background in each direction.
    private const int Cells = 160;

    /// <param name="title">What stands above.</param>
    /// <param name="loss">The loss at two parameters.</param>
    /// <param name="x">The first parameter's name and range.</param>
    /// <param name="y">The second parameter's name and range.</param>
    /// <param name="paths">The parameters after each step.</param>
    /// <exception cref="ArgumentException">A path has no points.</exception>
    public static Figure Of(
        string title, Func<double, double, double> loss, (string Name, double Low, double High) x, (string Name, double Low, double High) y, params ReadOnlySpan<Series> paths)
    {
        ArgumentNullException.ThrowIfNull(loss);
        Curves.Check(paths);
        Plot plot = Look.Plot(title, x.Name, y.Name);
        var heights = new double[Cells, Cells];
        for (int i = 0; i < Cells * Cells; i++)
        {
            (int row, int column) = (i / Cells, i % Cells);
            double height = loss(x.Low + (column + 0.5) * (x.High - x.Low) / Cells, y.High - (row + 0.5) * (y.High - y.Low) / Cells);

            // Near the valley's floor the loss differs by little: the logarithm shows it.
            heights[row, column] = Math.Log(Math.Max(height, 1e-12));
        }

        var surface = plot.Add.Heatmap(heights);
        surface.Position = new CoordinateRect(x.Low, x.High, y.Low, y.High);
        surface.Colormap = new ScottPlot.Colormaps.Grayscale();
        surface.Opacity = 0.6;
        surface.Smooth = true;
        for (int i = 0; i < paths.Length; i++)
        {
            var path = plot.Line(paths[i].Places(), [.. paths[i].Y], paths[i].Name, Look.Of(i));
            path.LineWidth = 1.8f;
            if (paths[i].Y.Count <= 200)
                (path.MarkerShape, path.MarkerSize) = (MarkerShape.FilledCircle, 4);
        }

        plot.Axes.SetLimits(x.Low, x.High, y.Low, y.High);
        plot.HideGrid();
        plot.ShowLegend(Alignment.UpperRight);
        return new(plot, 640, 560);
    }
}
