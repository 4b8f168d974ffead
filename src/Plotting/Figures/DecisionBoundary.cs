using ScottPlot;

namespace StaticNet.Plotting;

/// <summary>Predicts points: <c>[n,2]</c> becomes <c>[n,outputs]</c>, as a network's <c>Predict</c> does.</summary>
public delegate void PointClassifier(ReadOnlySpan<float> points, Span<float> outputs);

/// <summary>Where in the plane a classifier sees which class, and the samples themselves.</summary>
public static class DecisionBoundary
{
    // Cells of the grid from left to right and from top to bottom.
    private const int Cells = 120;

    /// <param name="classify">The classifier; with one output, the probability of class 1.</param>
    /// <param name="outputs">Its outputs.</param>
    /// <param name="maxBatch">The most points that it takes at once.</param>
    /// <param name="points">The samples, <c>[n,2]</c>.</param>
    /// <param name="labels">The samples' classes.</param>
    /// <param name="classes">The classes' names.</param>
    /// <exception cref="ArgumentException">There are not two numbers for each label.</exception>
    public static Figure Of(PointClassifier classify, int outputs, int maxBatch, ReadOnlySpan<float> points, ReadOnlySpan<int> labels, params ReadOnlySpan<string> classes)
    {
        ArgumentNullException.ThrowIfNull(classify);
        ArgumentOutOfRangeException.ThrowIfLessThan(outputs, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(maxBatch, 1);
        if (points.Length == 0 || points.Length != 2 * labels.Length)
            throw new ArgumentException($"{points.Length} numbers are not {labels.Length} points: pass two for each label.", nameof(points));
        CoordinateRect plane = Plane(points);
        Plot plot = Look.Plot("decision boundary", "x₁", "x₂");
        plot.Add.ImageRect(new Image(Sheet(classify, outputs, maxBatch, plane)), plane);
        for (int k = 0; k < classes.Length; k++)
        {
            List<Coordinates> members = [];
            for (int i = 0; i < labels.Length; i++)
            {
                if (labels[i] == k)
                    members.Add(new(points[2 * i], points[2 * i + 1]));
            }

            var markers = plot.Add.Markers(members, MarkerShape.FilledCircle, 7, Look.Of(k));
            markers.MarkerLineColor = Colors.White;
            markers.MarkerLineWidth = 1;
            markers.LegendText = classes[k];
        }

        plot.Axes.SetLimits(plane.Left, plane.Right, plane.Bottom, plane.Top);
        plot.HideGrid();
        plot.ShowLegend(Alignment.UpperRight);
        return new(plot, 640, 600);
    }

    private static CoordinateRect Plane(ReadOnlySpan<float> points)
    {
        const float Margin = 0.08f;
        (float left, float right, float bottom, float top) = (points[0], points[0], points[1], points[1]);
        for (int i = 0; i < points.Length; i += 2)
        {
            (left, right) = (Math.Min(left, points[i]), Math.Max(right, points[i]));
            (bottom, top) = (Math.Min(bottom, points[i + 1]), Math.Max(top, points[i + 1]));
        }

        float wide = Math.Max(right - left, 1e-3f) * Margin, high = Math.Max(top - bottom, 1e-3f) * Margin;
        return new(left - wide, right + wide, bottom - high, top + high);
    }

    // Each cell has the mean of the classes' colours, weighted by their probabilities, and paler than the samples.
    private static byte[,,] Sheet(PointClassifier classify, int outputs, int maxBatch, CoordinateRect plane)
    {
        float[] cells = new float[2 * Cells * Cells], found = new float[outputs * Cells * Cells];
        for (int i = 0; i < Cells * Cells; i++)
        {
            cells[2 * i] = (float)(plane.Left + (i % Cells + 0.5) * plane.Width / Cells);
            cells[2 * i + 1] = (float)(plane.Top - (i / Cells + 0.5) * plane.Height / Cells);
        }

        for (int start = 0; start < Cells * Cells; start += maxBatch)
        {
            int count = Math.Min(maxBatch, Cells * Cells - start);
            classify(cells.AsSpan(2 * start, 2 * count), found.AsSpan(outputs * start, outputs * count));
        }

        var sheet = new byte[Cells, Cells, 3];
        for (int i = 0; i < Cells * Cells; i++)
        {
            double[] shares = outputs == 1 ? [1 - found[i], found[i]] : [.. found.AsSpan(i * outputs, outputs).ToArray().Select(share => (double)share)];
            double red = 0, green = 0, blue = 0;
            for (int k = 0; k < shares.Length; k++)
            {
                Color color = Look.Of(k);
                (red, green, blue) = (red + shares[k] * color.R, green + shares[k] * color.G, blue + shares[k] * color.B);
            }

            (sheet[i / Cells, i % Cells, 0], sheet[i / Cells, i % Cells, 1], sheet[i / Cells, i % Cells, 2]) = (Pale(red), Pale(green), Pale(blue));
        }

        return sheet;
    }

    private static byte Pale(double value) => (byte)Math.Clamp(255 - 0.45 * (255 - value), 0, 255);
}
