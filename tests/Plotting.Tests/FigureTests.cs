using SkiaSharp;

namespace StaticNet.Plotting.Tests;

public sealed class FigureTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_picture_is_saved_whole_or_not_at_all()
    {
        Figure figure = TrainingCurves.Of("loss", new Series("training", 3.0, 2.0, 1.0)).Sized(400, 300);
        string path = Path.Combine(_folder, "curve.png");
        figure.Save(path);
        figure.Save(path);
        using SKBitmap picture = SKBitmap.Decode(path);
        Assert.Equal((400, 300), (picture.Width, picture.Height));
        Assert.Contains("does not exist", Assert.Throws<IOException>(() => figure.Save(Path.Combine(_folder, "missing", "curve.png"))).Message);
        Assert.Equal([path], Directory.GetFiles(_folder));
    }

    [Fact]
    public void A_confusion_matrix_is_darkest_where_most_are()
    {
        int[,] counts = { { 50, 2, 0 }, { 3, 45, 2 }, { 0, 10, 40 } };
        SKBitmap picture = Drawn.Of("confusion", ConfusionFigure.Of(counts, "setosa", "versicolor", "virginica"));

        // From above left to below right.
        SKColor[] diagonal = [.. Enumerable.Range(0, 3).Select(i => Cell(picture, i, i))];
        Assert.All(diagonal, cell => Assert.True(cell.Red < 100));
        Assert.True(Cell(picture, 0, 2).Red > 200 && Cell(picture, 2, 1).Red < Cell(picture, 1, 2).Red);
        Assert.Contains("A matrix of 3×3 with 1 names", Assert.Throws<ArgumentException>(() => ConfusionFigure.Of(counts, "a")).Message);
    }

    [Fact]
    public void Digits_of_ten_classes_fit()
    {
        var counts = new int[10, 10];
        for (int i = 0; i < 100; i++)
            counts[i / 10, i % 10] = i / 10 == i % 10 ? 950 + i : i % 7 * 3;
        Assert.True(Drawn.Of("confusion-ten", ConfusionFigure.Of(
            counts, "T-shirt", "trouser", "pullover", "dress", "coat", "sandal", "shirt", "sneaker", "bag", "boot")).Count("#FFFFFF") > 1000);
    }

    [Fact]
    public void A_roc_curve_goes_through_each_threshold()
    {
        (double[] x, double[] y) = RocCurve.Points([0.9f, 0.8f, 0.8f, 0.3f, 0.1f], [true, true, false, true, false]);
        Assert.Equal([0, 0, 0.5, 0.5, 1], x);
        Assert.Equal([0, 1 / 3.0, 2 / 3.0, 1, 1], y);

        // The share of pairs of a positive and a negative that are in order, ties by half: (2 + 1.5 + 1)/6
        Assert.Equal(4.5 / 6, RocCurve.Area(x, y), 12);
        var random = new Random(1);
        bool[] positive = [.. Enumerable.Range(0, 400).Select(i => i % 3 == 0)];
        float[] good = [.. positive.Select(is1 => random.NextSingle() + (is1 ? 0.6f : 0))], poor = [.. positive.Select(is1 => random.NextSingle() + (is1 ? 0.2f : 0))];
        Assert.True(Drawn.Of("roc", RocCurve.Of(("network", good, positive), ("baseline", poor, positive))).Count("#0072B2") > 200);
        Assert.Contains("samples of both kinds", Assert.Throws<ArgumentException>(() => RocCurve.Of(("a", [1f], [true]))).Message);
    }

    [Fact]
    public void Images_keep_their_pixels()
    {
        float[] images = new float[2 * 3 * 4 * 4];
        images.AsSpan(0, 16).Fill(1);
        images.AsSpan(48 + 32, 16).Fill(1);
        SKBitmap picture = Drawn.Of("image-grid", ImageGrid.Of(images, 3, 4, 4, columns: 5, ["red", "blue"], title: "two images"));
        Assert.Equal((84 * 84, 84 * 84), (picture.Count("#FF0000"), picture.Count("#0000FF")));
        Assert.True(picture.Middle("#FF0000").X < picture.Middle("#0000FF").X);

        float[] grey = [.. Enumerable.Range(0, 12 * 64).Select(i => i % 64 / 64f)];
        Assert.Equal(5 * 92 + 8, Drawn.Of("image-grid-grey", ImageGrid.Of(grey, 1, 8, 8, columns: 5)).Width - 5 * 4);
        Assert.Contains("7 numbers are no images of [1,2,2]", Assert.Throws<ArgumentException>(() => ImageGrid.Of(new float[7], 1, 2, 2, 3)).Message);
    }

    [Fact]
    public void Histograms_count_what_is_there()
    {
        var random = new Random(1);
        float[] normal = [.. Enumerable.Range(0, 5000).Select(_ => (float)(random.NextDouble() + random.NextDouble() + random.NextDouble() - 1.5))];
        SKBitmap picture = Drawn.Of("histograms", ValueHistograms.Of(2, ("dense1.weight", normal), ("relu1", [.. normal.Select(x => Math.Max(x, 0))]), ("dense2.weight", [1, 1, 1, float.NaN])));
        Assert.Equal((840, 640), (picture.Width, picture.Height));
        Assert.True(picture.Count("#0072B2") > 3000);
        Assert.Contains("'a' has no finite values", Assert.Throws<ArgumentException>(() => ValueHistograms.Of(1, ("a", [float.NaN]))).Message);
    }

    [Fact]
    public void A_decision_boundary_divides_the_plane()
    {
        int largest = 0;
        float[] points = [.. Enumerable.Range(0, 120).Select(i => MathF.Sin(i * 1.3f) * (1 + i % 5))];
        int[] labels = [.. Enumerable.Range(0, 60).Select(i => points[2 * i] > points[2 * i + 1] ? 1 : 0)];
        SKBitmap picture = Drawn.Of("decision-boundary", DecisionBoundary.Of(
            (cells, outputs) =>
            {
                largest = Math.Max(largest, outputs.Length);
                for (int i = 0; i < outputs.Length; i++)
                    outputs[i] = 1 / (1 + MathF.Exp(2 * (cells[2 * i + 1] - cells[2 * i])));
            },
            1, 1000, points, labels, "above", "below"));
        Assert.Equal(1000, largest);
        Assert.True(picture.Middle("#0072B2").Y > picture.Middle("#D55E00").Y);
        Assert.Contains("3 numbers are not 1 points", Assert.Throws<ArgumentException>(() => DecisionBoundary.Of((_, _) => { }, 1, 1, [1, 2, 3], [0], "a")).Message);
    }

    // The cell's corner: numbers stand in its middle. The margins are those of the figure's layout, found from the picture's own white frame.
    private static SKColor Cell(SKBitmap picture, int row, int column)
    {
        (int left, int right, int top, int bottom) = (picture.Width, 0, picture.Height, 0);
        for (int i = 0; i < picture.Width * picture.Height; i++)
        {
            SKColor pixel = picture.GetPixel(i % picture.Width, i / picture.Width);
            if (pixel.Blue > pixel.Red + 60)
                (left, right, top, bottom) = (Math.Min(left, i % picture.Width), Math.Max(right, i % picture.Width), Math.Min(top, i / picture.Width), Math.Max(bottom, i / picture.Width));
        }

        return picture.GetPixel(left + (int)((right - left) * (column + 0.15) / 3), top + (int)((bottom - top) * (row + 0.15) / 3));
    }
}
