namespace StaticNet.Data;

/// <summary>Images of one size and which class each one is.</summary>
/// <param name="Pixels">Bytes <c>[n,C,H,W]</c>, 0 to 255.</param>
/// <param name="Labels">A class an image, an index into <paramref name="Classes"/>.</param>
/// <param name="Classes">The classes' names.</param>
/// <param name="Shape">The extents of one image.</param>
public sealed record LabelledImages(byte[] Pixels, int[] Labels, string[] Classes, ImageShape Shape)
{
    /// <summary>Images.</summary>
    public int Count => Labels.Length;

    /// <summary>The images as bytes and their labels.</summary>
    public DataSet<byte, int> ToDataSet() => new(Pixels, Labels, Count);

    /// <summary>The images as numbers from 0 to 1, <c>x/255</c>, and their labels.</summary>
    public DataSet<float, int> ToFloats()
    {
        var values = new float[Pixels.Length];
        for (int i = 0; i < values.Length; i++)
            values[i] = Pixels[i] / 255f;
        return new(values, Labels, Count);
    }
}
