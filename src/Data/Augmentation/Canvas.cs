namespace StaticNet.Data.Augmentation;

/// <summary>An image that is being changed, and as much room to work.</summary>
/// <param name="pixels">The image, <c>[C,H,W]</c>.</param>
/// <param name="scratch">As many numbers, of no meaning.</param>
/// <param name="shape">The extents.</param>
public readonly ref struct Canvas(Span<float> pixels, Span<float> scratch, ImageShape shape)
{
    /// <summary>The image, <c>[C,H,W]</c>.</summary>
    public Span<float> Pixels { get; } = pixels;

    /// <summary>As many numbers, of no meaning.</summary>
    public Span<float> Scratch { get; } = scratch;

    /// <summary>The extents.</summary>
    public ImageShape Shape { get; } = shape;

    /// <summary>The pixels of a channel, <c>[H,W]</c>.</summary>
    public Span<float> Plane(int channel) => Pixels.Slice(channel * Shape.Area, Shape.Area);

    /// <summary>A copy of the image in the room to work.</summary>
    public ReadOnlySpan<float> Copy()
    {
        Pixels.CopyTo(Scratch);
        return Scratch;
    }
}
