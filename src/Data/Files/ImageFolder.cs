namespace StaticNet.Data;

/// <summary>A folder of images with a folder for each class, as <c>cats/001.png</c>, <c>dogs/001.jpg</c>.</summary>
public static class ImageFolder
{
    private static readonly string[] Endings = [".png", ".jpg", ".jpeg", ".bmp", ".gif", ".tga"];

    /// <summary>Reads all images; classes and images come in the order of their names. Files with other endings are left alone.</summary>
    /// <param name="folder">The folder with the classes' folders.</param>
    /// <param name="shape">The extents that the images become.</param>
    /// <param name="resize">Whether images of other sizes are resized (bilinear, antialiased); otherwise they are an error.</param>
    /// <exception cref="InvalidDataException">A folder has nothing to read, or an image does not decode or has another size.</exception>
    public static LabelledImages Read(string folder, ImageShape shape, bool resize = false)
    {
        shape.Check(nameof(shape));
        string[] classes = [.. DataFile.List(folder, Directory.GetDirectories).Where(path => !Path.GetFileName(path).StartsWith('.'))];
        if (classes.Length == 0)
            throw new InvalidDataException($"'{folder}' has no folders: expected one for each class, with its images. Give the folder above them.");
        List<string> files = [];
        List<int> labels = [];
        for (int label = 0; label < classes.Length; label++)
        {
            string[] images = [.. DataFile.List(classes[label], Directory.GetFiles).Where(IsImage)];
            if (images.Length == 0)
                throw new InvalidDataException(
                    $"The class folder '{classes[label]}' has no images: expected files with the ending {string.Join(", ", Endings)}. Add some, or remove the folder.");
            files.AddRange(images);
            labels.AddRange(Enumerable.Repeat(label, images.Length));
        }

        long length = (long)files.Count * shape.Length;
        if (length > Array.MaxLength)
            throw new InvalidDataException($"'{folder}' has {files.Count} images, {length} bytes as {shape}, more than one array takes: choose a smaller size, or read a part.");
        var pixels = new byte[length];
        for (int i = 0; i < files.Count; i++)
            Decode(files[i], shape, resize).CopyTo(pixels, i * shape.Length);
        return new(pixels, [.. labels], [.. classes.Select(path => Path.GetFileName(path))], shape);
    }

    private static bool IsImage(string path) =>
        !Path.GetFileName(path).StartsWith('.') && Endings.Contains(Path.GetExtension(path).ToLowerInvariant());

    private static byte[] Decode(string path, ImageShape shape, bool resize)
    {
        byte[] pixels = ImageFile.Read(path, shape.Channels, out ImageShape actual);
        if (actual == shape)
            return pixels;
        return resize
            ? ImageResize.Of(pixels, actual, shape)
            : throw new InvalidDataException(
                $"'{path}' has {actual.Width}×{actual.Height} pixels, but {shape.Width}×{shape.Height} are expected: pass resize: true, or images of one size.");
    }
}
