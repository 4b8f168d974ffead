using ScottPlot;

namespace StaticNet.Plotting;

/// <summary>A confusion matrix: a row for what samples are, a column for what they were taken for.</summary>
public static class ConfusionFigure
{
    // A cell with two digits stays legible.
    private const int CellPixels = 64, MarginPixels = 170, CharacterPixels = 9, LeastWidth = 480;

    /// <param name="counts">What a metric counted: <c>net.Evaluate(batches, ref counts)</c>.</param>
    /// <param name="classes">The classes' names.</param>
    /// <exception cref="ArgumentException">There are not as many names as classes.</exception>
    public static Figure Of(ConfusionMatrix counts, params ReadOnlySpan<string> classes)
    {
        var numbers = new int[counts.Classes, counts.Classes];
        for (int i = 0; i < numbers.Length; i++)
            numbers[i / counts.Classes, i % counts.Classes] = checked((int)counts[i / counts.Classes, i % counts.Classes]);
        return Of(numbers, classes);
    }

    /// <param name="counts">Samples <c>[classes,classes]</c>, row by row: of each class, how many were taken for each.</param>
    /// <param name="classes">The classes' names.</param>
    /// <exception cref="ArgumentException">The matrix is not square, or has not as many classes as names.</exception>
    public static Figure Of(int[,] counts, params ReadOnlySpan<string> classes)
    {
        ArgumentNullException.ThrowIfNull(counts);
        int n = counts.GetLength(0);
        if (n == 0 || counts.GetLength(1) != n || classes.Length != n)
            throw new ArgumentException($"A matrix of {n}×{counts.GetLength(1)} with {classes.Length} names is none: pass [classes,classes] and a name for each.", nameof(counts));
        var shares = new double[n, n];
        int all = 0, right = 0;
        for (int row = 0; row < n; row++)
        {
            int sum = Enumerable.Range(0, n).Sum(column => counts[row, column]);
            (all, right) = (all + sum, right + counts[row, row]);
            for (int column = 0; column < n; column++)
                shares[row, column] = sum > 0 ? (double)counts[row, column] / sum : 0;
        }

        Plot plot = Look.Plot($"{right} of {all} right ({(all > 0 ? (double)right / all : 0):P1})", "taken for", "is");
        var cells = plot.Add.Heatmap(shares);
        cells.Colormap = new ScottPlot.Colormaps.Blues().Reversed();
        cells.ManualRange = new(0, 1);
        Numbers(plot, counts, shares);
        plot.Axes.Bottom.Names([.. classes]);
        plot.Axes.Left.TickGenerator = new ScottPlot.TickGenerators.NumericManual(
            [.. Enumerable.Range(0, n).Select(row => (double)(n - 1 - row))], classes.ToArray());
        if (classes.ToArray().Max(name => name.Length) > 6)
            plot.Lean([.. classes]);

        plot.Axes.SetLimits(-0.5, n - 0.5, -0.5, n - 0.5);
        plot.HideGrid();
        int names = CharacterPixels * classes.ToArray().Max(name => name.Length);
        return new(plot, Math.Max(LeastWidth, n * CellPixels + MarginPixels / 2 + names), n * CellPixels + MarginPixels + names / 2);
    }

    // The first row is drawn at the top.
    private static void Numbers(Plot plot, int[,] counts, double[,] shares)
    {
        int n = counts.GetLength(0);
        for (int i = 0; i < n * n; i++)
        {
            (int row, int column) = (i / n, i % n);
            if (counts[row, column] == 0)
                continue;
            var number = plot.Add.Text(counts[row, column].ToString(System.Globalization.CultureInfo.InvariantCulture), column, n - 1 - row);
            number.LabelAlignment = Alignment.MiddleCenter;
            number.LabelFontSize = 15;
            number.LabelFontColor = shares[row, column] > 0.5 ? Colors.White : Colors.Black;
        }
    }
}
