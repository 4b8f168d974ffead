using ScottPlot;

namespace StaticNet.Plotting;

/// <summary>Many small images in rows, each with what it is called.</summary>
public static class ImageGrid
{
    // Each image becomes at least this large; its pixels stay squares with sharp edges.
    private const int LeastPixels = 84, Gap = 8, CaptionPixels = 22, TitlePixels = 44;

    /// <summary>Images <c>[n,C,H,W]</c>, grey or red, green and blue.</summary>
    /// <param name="images">The pixels.</param>
    /// <param name="channels">1 or 3.</param>
    /// <param name="height">Rows of pixels.</param>
    /// <param name="width">Pixels of a row.</param>
    /// <param name="columns">Images of a row.</param>
    /// <param name="captions">What stands below each image; none for nothing.</param>
    /// <param name="low">What black is.</param>
    /// <param name="high">What white is.</param>
    /// <param name="title">What stands above.</param>
    /// <exception cref="ArgumentException">These are no whole images, or not as many captions.</exception>
    public static Figure Of(
        ReadOnlySpan<float> images, int channels, int height, int width, int columns, ReadOnlySpan<string> captions = default, double low = 0, double high = 1, string title = "")
    {
        int length = channels * height * width;
        if (channels is not (1 or 3) || length <= 0 || images.Length == 0 || images.Length % length != 0)
            throw new ArgumentException($"{images.Length} numbers are no images of [{channels},{height},{width}]: pass whole ones, of 1 or 3 channels.", nameof(images));
        int count = images.Length / length;
        if (captions.Length != 0 && captions.Length != count)
            throw new ArgumentException($"There are {count} images, but {captions.Length} captions: pass one for each, or none.", nameof(captions));
        ArgumentOutOfRangeException.ThrowIfLessThan(columns, 1);
        columns = Math.Min(columns, count);
        int rows = (count + columns - 1) / columns, scale = Math.Max(1, (LeastPixels + width - 1) / width);
        int right = width * scale + Gap, down = height * scale + Gap + (captions.IsEmpty ? 0 : CaptionPixels);

        // The panel is the sheet itself, pixel by pixel: nothing is scaled.
        (int wide, int high0) = (columns * right + Gap, rows * down + Gap);
        int top = title.Length > 0 ? TitlePixels : 0;
        byte[,,] sheet = Sheet(images, channels, height, width, columns, scale, right, down, wide, high0, low, high);
        Plot plot = Look.Plot(title, "", "");
        plot.Layout.Fixed(new PixelPadding(0, 0, 0, top));
        plot.HideAxesAndGrid();
        plot.Axes.Title.IsVisible = top > 0;
        plot.Add.ImageRect(new Image(sheet), new CoordinateRect(0, wide, 0, high0)).AntiAlias = false;
        for (int i = 0; i < captions.Length; i++)
        {
            var caption = plot.Add.Text(captions[i], Gap + i % columns * right + width * scale / 2.0, high0 - (Gap + i / columns * down + height * scale + 2));
            caption.LabelAlignment = Alignment.UpperCenter;
            caption.LabelFontSize = 13;
        }

        plot.Axes.SetLimits(0, wide, 0, high0);
        return new(plot, wide, high0 + top);
    }

    private static byte[,,] Sheet(
        ReadOnlySpan<float> images, int channels, int height, int width, int columns, int scale, int right, int down, int wide, int high, double black, double white)
    {
        var sheet = new byte[high, wide, 3];
        for (int y = 0; y < high; y++)
        {
            for (int x = 0; x < wide; x++)
                (sheet[y, x, 0], sheet[y, x, 1], sheet[y, x, 2]) = (255, 255, 255);
        }

        int area = height * width, count = images.Length / (channels * area);
        for (int i = 0; i < count; i++)
        {
            int left = Gap + i % columns * right, above = Gap + i / columns * down;
            for (int place = 0; place < area * scale * scale; place++)
            {
                (int y, int x) = (place / (width * scale), place % (width * scale));
                for (int c = 0; c < 3; c++)
                {
                    float value = images[(i * channels + (channels == 1 ? 0 : c)) * area + y / scale * width + x / scale];
                    sheet[above + y, left + x, c] = (byte)Math.Round(255 * Math.Clamp((value - black) / (white - black), 0, 1));
                }
            }
        }

        return sheet;
    }
}
