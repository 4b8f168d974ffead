namespace Digits;

/// <summary>Images of one size, row by row, and which class each one is.</summary>
/// <param name="Pixels">One byte a pixel.</param>
/// <param name="Labels">A class an image, counted from 0.</param>
internal sealed record Images(byte[] Pixels, int[] Labels)
{
    public int Count => Labels.Length;

    public int PixelsPerImage => Pixels.Length / Count;

    /// <summary>The images at the given places.</summary>
    public Images Select(IReadOnlyCollection<int> places) => new(
        [.. places.SelectMany(place => Pixels.AsSpan(place * PixelsPerImage, PixelsPerImage).ToArray())],
        [.. places.Select(place => Labels[place])]);
}
