namespace StaticNet.Data;

/// <summary>The extents of one image, channels first as networks take them: <c>[C,H,W]</c>.</summary>
/// <param name="Channels">1 of grey, 3 of red, green and blue.</param>
/// <param name="Height">Rows of pixels.</param>
/// <param name="Width">Pixels of a row.</param>
public readonly record struct ImageShape(int Channels, int Height, int Width)
{
    /// <summary>Pixels of a channel.</summary>
    public int Area => Height * Width;

    /// <summary>Elements of an image.</summary>
    public int Length => Channels * Area;

    public override string ToString() => $"[{Channels},{Height},{Width}]";

    internal void Check(string parameter)
    {
        if (Channels < 1 || Height < 1 || Width < 1)
            throw new ArgumentException($"An image of {this} has no pixels: give extents from 1 on.", parameter);
    }
}
