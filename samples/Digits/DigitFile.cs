using System.IO.Compression;

namespace Digits;

/// <summary>The digits that the program carries: 64 values of 0 to 16, ink counted at 4×4 points, and a label a line.</summary>
internal static class DigitFile
{
    public static Images Load()
    {
        using Stream resource = typeof(DigitFile).Assembly.GetManifestResourceStream("digits.csv.gz")!;
        using var lines = new StreamReader(new GZipStream(resource, CompressionMode.Decompress));
        List<byte> pixels = [];
        List<int> labels = [];
        while (lines.ReadLine() is { } line)
        {
            string[] cells = line.Split(',');
            pixels.AddRange(cells.Take(DigitNet.InputLength).Select(byte.Parse));
            labels.Add(int.Parse(cells[DigitNet.InputLength]));
        }

        return new([.. pixels], [.. labels]);
    }
}
