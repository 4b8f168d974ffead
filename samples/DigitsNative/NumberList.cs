using System.Globalization;
using System.Text;

namespace DigitsNative;

/// <summary>64 numbers from 0 (paper) to 16 (ink), with whitespace or commas between them, as in the training data.</summary>
internal static class NumberList
{
    public const float Ink = 16;

    /// <exception cref="InvalidDataException">The text is no such list.</exception>
    public static float[] Read(ReadOnlySpan<byte> text)
    {
        string[] cells = Encoding.UTF8.GetString(text).Split([' ', '\t', '\r', '\n', ','], StringSplitOptions.RemoveEmptyEntries);
        if (cells.Length != ImageFormat.Pixels)
            throw new InvalidDataException($"Expected {ImageFormat.Pixels} numbers, 8 rows of 8 pixels, but got {cells.Length}.");
        var pixels = new float[ImageFormat.Pixels];
        for (int i = 0; i < pixels.Length; i++)
            pixels[i] = Pixel(cells[i], i) / Ink;
        return pixels;
    }

    private static float Pixel(string cell, int place) =>
        float.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out float value) && value is >= 0 and <= Ink
            ? value
            : throw new InvalidDataException(
                $"Number {place + 1} is '{(cell.Length <= 20 ? cell : cell[..20] + "…")}'. Expected a number from 0 (paper) to {Ink} (ink).");
}
