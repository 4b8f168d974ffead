using StbImageSharp;

namespace StaticNet.Data;

/// <summary>Decodes image files: PNG, JPEG, BMP, GIF (its first picture), TGA.</summary>
public static class ImageFile
{
    /// <summary>The pixels of an image, <c>[C,H,W]</c>, 0 to 255.</summary>
    /// <param name="path">The file.</param>
    /// <param name="channels">1 for grey, 3 for red, green and blue, 4 with opacity; whatever the file has becomes that.</param>
    /// <param name="shape">The image's extents.</param>
    /// <exception cref="InvalidDataException">There is no such file, or it does not decode.</exception>
    public static byte[] Read(string path, int channels, out ImageShape shape)
    {
        if (channels is not (1 or 3 or 4))
            throw new ArgumentOutOfRangeException(nameof(channels), channels, $"Images have 1 channel (grey), 3 (colours) or 4 (colours and opacity), not {channels}.");
        using Stream file = DataFile.Open(path);
        using var bytes = new MemoryStream();
        file.CopyTo(bytes);
        ImageResult image;
        try
        {
            image = ImageResult.FromMemory(bytes.ToArray(), (ColorComponents)channels);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // The decoder throws whatever a broken file leads it to.
            throw new InvalidDataException(
                $"'{path}' does not decode as an image ({bytes.Length} bytes: {e.Message}): expected PNG, JPEG, BMP, GIF or TGA. Save it again as PNG, or remove it.", e);
        }

        shape = new(channels, image.Height, image.Width);
        return ChannelsFirst(image.Data, shape);
    }

    // [H,W,C] → [C,H,W]
    private static byte[] ChannelsFirst(byte[] pixels, ImageShape shape)
    {
        var planes = new byte[shape.Length];
        for (int place = 0; place < shape.Area; place++)
        {
            for (int c = 0; c < shape.Channels; c++)
                planes[c * shape.Area + place] = pixels[place * shape.Channels + c];
        }

        return planes;
    }
}
