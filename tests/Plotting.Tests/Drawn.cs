using SkiaSharp;

namespace StaticNet.Plotting.Tests;

/// <summary>A picture as pixels.</summary>
internal static class Drawn
{
    /// <summary>Draws it; with the variable STATICNET_PICTURES set, it is kept in that folder, to be looked at.</summary>
    public static SKBitmap Of(string name, Figure figure)
    {
        byte[] png = figure.ToPng();
        if (Environment.GetEnvironmentVariable("STATICNET_PICTURES") is { Length: > 0 } folder)
            File.WriteAllBytes(Path.Combine(Directory.CreateDirectory(folder).FullName, $"{name}.png"), png);
        SKBitmap picture = SKBitmap.Decode(png);
        Assert.Equal((figure.Width, figure.Height), (picture.Width, picture.Height));
        return picture;
    }

    /// <summary>Pixels that are nearly of a colour.</summary>
    public static int Count(this SKBitmap picture, string color)
    {
        SKColor wanted = SKColor.Parse(color);
        return picture.Pixels.Count(pixel =>
            Math.Abs(pixel.Red - wanted.Red) + Math.Abs(pixel.Green - wanted.Green) + Math.Abs(pixel.Blue - wanted.Blue) < 12);
    }

    /// <summary>The mean place of pixels of a colour, as shares of width and height from the left and from the bottom.</summary>
    public static (double X, double Y) Middle(this SKBitmap picture, string color)
    {
        SKColor wanted = SKColor.Parse(color);
        (double x, double y, int count) = (0, 0, 0);
        SKColor[] pixels = picture.Pixels;
        for (int i = 0; i < pixels.Length; i++)
        {
            SKColor pixel = pixels[i];
            if (Math.Abs(pixel.Red - wanted.Red) + Math.Abs(pixel.Green - wanted.Green) + Math.Abs(pixel.Blue - wanted.Blue) < 12)
                (x, y, count) = (x + i % picture.Width, y + i / picture.Width, count + 1);
        }

        return (x / count / picture.Width, 1 - y / count / picture.Height);
    }
}
