using StaticNet.Data;

namespace Digits;

/// <summary>The four files of MNIST, or of a data set like it: images and labels, to train on and to test with.</summary>
internal static class IdxFolder
{
    /// <exception cref="InvalidDataException">A file is missing or broken, or does not fit the others or <see cref="FashionNet"/>.</exception>
    public static (Images Training, Images Test) Load(string folder) => (Load(folder, "train"), Load(folder, "t10k"));

    private static Images Load(string folder, string part)
    {
        IdxFile images = IdxFile.Read(folder, $"{part}-images-idx3-ubyte", 3), labels = IdxFile.Read(folder, $"{part}-labels-idx1-ubyte", 1);
        if (images.Extents is not [_, 28, 28])
            throw new InvalidDataException($"The images of '{part}' have {images.Extents[1]}×{images.Extents[2]} pixels, but the network takes 28×28.");
        if (images.Extents[0] != labels.Extents[0])
            throw new InvalidDataException($"'{part}' has {images.Extents[0]} images, but {labels.Extents[0]} labels: take both from one data set.");
        int largest = labels.Elements.Max();
        return largest < FashionNet.OutputLength
            ? new(images.Elements, [.. labels.Elements.Select(label => (int)label)])
            : throw new InvalidDataException($"'{part}' has the label {largest}, but the network's classes end at {FashionNet.OutputLength - 1}.");
    }
}
