namespace StaticNet;

/// <summary>How <see cref="UpSample1DAttribute"/> and <see cref="UpSample2DAttribute"/> make elements between those there are.</summary>
public enum Interpolation
{
    /// <summary>The element that the place lies in, again.</summary>
    Nearest,

    /// <summary>Along each axis a line between the two nearest elements: PyTorch's <c>linear</c>, and over images its <c>bilinear</c>.</summary>
    Linear,
}
