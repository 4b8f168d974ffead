using ScottPlot;
using ScottPlot.Plottables;
using ScottPlot.TickGenerators;

namespace StaticNet.Plotting;

/// <summary>What all pictures have in common: sizes of text, colours, axes.</summary>
internal static class Look
{
    private const float TitleSize = 18, LabelSize = 15, TickSize = 13;

    /// <summary>Colours that are told apart without red and green (Okabe and Ito, 2008).</summary>
    private static readonly Color[] Palette = [.. new[] { "#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9", "#7F3C8D", "#000000" }.Select(Color.FromHex)];

    public static Color Of(int series) => Palette[series % Palette.Length];

    public static Plot Plot(string title, string x, string y)
    {
        var plot = new Plot();
        plot.Axes.Title.Label.Text = title;
        plot.Axes.Title.Label.FontSize = TitleSize;
        (plot.Axes.Bottom.Label.Text, plot.Axes.Left.Label.Text) = (x, y);
        foreach (IAxis axis in new IAxis[] { plot.Axes.Bottom, plot.Axes.Left })
        {
            axis.Label.FontSize = LabelSize;
            axis.Label.Bold = false;
            axis.TickLabelStyle.FontSize = TickSize;
        }

        plot.Legend.FontSize = TickSize;
        return plot;
    }

    /// <summary>A line through the points, thin where there are many.</summary>
    public static Scatter Line(this Plot plot, double[] x, double[] y, string name, Color color)
    {
        Scatter line = plot.Add.ScatterLine(x, y, color);
        line.LineWidth = x.Length > 500 ? 1.2f : 2.2f;
        line.LegendText = name;
        return line;
    }

    /// <summary>The axis on which each step is a factor of ten; what is drawn on it is <see cref="Math.Log10(double)"/> of the values.</summary>
    public static void Logarithmic(this Plot plot)
    {
        plot.Axes.Left.TickGenerator = new NumericAutomatic
        {
            MinorTickGenerator = new LogMinorTickGenerator(),
            IntegerTicksOnly = true,
            LabelFormatter = power => $"1e{power:0}",
        };
        plot.Grid.MinorLineColor = Colors.Black.WithOpacity(0.06);
        plot.Grid.MinorLineWidth = 1;
    }

    /// <summary>Whole numbers on the axis, as of epochs.</summary>
    public static void Whole(this IAxis axis) => axis.TickGenerator = new NumericAutomatic { IntegerTicksOnly = true };

    /// <summary>Names on the axis at 0, 1, 2, …</summary>
    public static void Names(this IAxis axis, IReadOnlyList<string> names) =>
        axis.TickGenerator = new NumericManual([.. Enumerable.Range(0, names.Count).Select(i => (double)i)], [.. names]);

    /// <summary>Names that lean, with room for them above the axis's own label.</summary>
    public static void Lean(this Plot plot, IReadOnlyList<string> names)
    {
        const float CharacterWidth = 7, LabelHeight = 34;
        plot.Axes.Bottom.TickLabelStyle.Rotation = -40;
        plot.Axes.Bottom.TickLabelStyle.Alignment = Alignment.MiddleRight;

        // sin 40° of the longest name
        plot.Axes.Bottom.MinimumSize = LabelHeight + 0.65f * CharacterWidth * names.Max(name => name.Length);
    }

    /// <summary>A legend, if there is anything to tell apart.</summary>
    public static void Legend(this Plot plot, int series, Alignment place)
    {
        if (series > 1)
            plot.ShowLegend(place);
        else
            plot.HideLegend();
    }
}
