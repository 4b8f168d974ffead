namespace DigitsNative;

/// <summary>Reads an image of 8×8 pixels out of a file: 64 numbers, or a PGM image (P2 or P5).</summary>
internal static class ImageFormat
{
    public const int Pixels = 64;

    /// <summary>The pixels in [0, 1], row by row; ink is 1.</summary>
    /// <exception cref="InvalidDataException">The file is no such image.</exception>
    public static float[] Read(ReadOnlySpan<byte> file)
    {
        if (file.IsEmpty)
            throw new InvalidDataException($"The input is empty. Give {Pixels} numbers from 0 to {NumberList.Ink}, or a PGM image of 8×8 pixels.");
        return file.StartsWith("P2"u8) || file.StartsWith("P5"u8) ? PortableGraymap.Read(file) : NumberList.Read(file);
    }
}
