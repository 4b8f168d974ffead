using System.IO.Compression;

namespace Digits;

/// <summary>Images of digits, row by row, and which digit each one is.</summary>
/// <param name="Pixels">8×8 values in [0, 1] a digit.</param>
/// <param name="Labels">0 to 9, one a digit.</param>
internal sealed record DigitData(float[] Pixels, int[] Labels)
{
    public const int Classes = 10;
    public const int PixelsPerDigit = 64;

    // The data count how many of 4×4 points are ink.
    private const float Ink = 16;

    public int Count => Labels.Length;

    /// <summary>All digits of the file that the program carries: 64 pixels and a label a line.</summary>
    public static DigitData Load()
    {
        using Stream resource = typeof(DigitData).Assembly.GetManifestResourceStream("digits.csv.gz")!;
        using var lines = new StreamReader(new GZipStream(resource, CompressionMode.Decompress));
        List<float> pixels = [];
        List<int> labels = [];
        while (lines.ReadLine() is { } line)
        {
            string[] cells = line.Split(',');
            pixels.AddRange(cells.Take(PixelsPerDigit).Select(cell => int.Parse(cell) / Ink));
            labels.Add(int.Parse(cells[PixelsPerDigit]));
        }

        return new([.. pixels], [.. labels]);
    }

    /// <summary>The digits at the given places.</summary>
    public DigitData Select(IReadOnlyCollection<int> places) => new(
        [.. places.SelectMany(place => Pixels.AsSpan(place * PixelsPerDigit, PixelsPerDigit).ToArray())],
        [.. places.Select(place => Labels[place])]);
}
