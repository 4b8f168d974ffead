using System.Buffers.Binary;

namespace StaticNet.Data;

/// <summary>
/// A file of bytes in the idx format: two bytes 0, the element type (8: a byte), the number of extents, the extents as big-endian integers of
/// 4 bytes, the elements. Source: Y. LeCun et al., <i>The MNIST database of handwritten digits</i>.
/// </summary>
/// <param name="Extents">Its shape, the number of items first.</param>
/// <param name="Elements">The elements, the last extent fastest.</param>
public sealed record IdxFile(int[] Extents, byte[] Elements)
{
    private const int BytesType = 8;

    /// <summary>Reads <paramref name="name"/> in a folder, or the same compressed, with the ending <c>.gz</c>.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="name">The file's name, without <c>.gz</c>.</param>
    /// <param name="extents">How many extents it has: 3 of images <c>[n,H,W]</c>, 1 of labels <c>[n]</c>.</param>
    /// <exception cref="InvalidDataException">There is neither, or it is no idx file of so many extents.</exception>
    public static IdxFile Read(string folder, string name, int extents)
    {
        string plain = Path.Combine(folder, name), packed = $"{plain}.gz", path = File.Exists(plain) ? plain : packed;
        if (!File.Exists(path))
            throw new InvalidDataException($"Cannot read '{plain}' or '{packed}': give a folder that has one of them.");
        try
        {
            using Stream stream = DataFile.Open(path);
            return Read(stream, path, extents);
        }
        catch (EndOfStreamException e)
        {
            throw new InvalidDataException($"'{path}' ends before its last element: copy it again.", e);
        }
    }

    private static IdxFile Read(Stream stream, string path, int extents)
    {
        Span<byte> header = stackalloc byte[4 * (1 + extents)];
        stream.ReadExactly(header);
        if (header[0] != 0 || header[1] != 0 || header[2] != BytesType || header[3] != extents)
            throw new InvalidDataException(
                $"'{path}' begins with {Convert.ToHexString(header[..4])}, but an idx file of bytes with {extents} extents with 000008{extents:X2}: give the files of MNIST or of a data set like it.");
        var sizes = new int[extents];
        long length = 1;
        for (int i = 0; i < extents; i++)
        {
            sizes[i] = BinaryPrimitives.ReadInt32BigEndian(header[(4 * (1 + i))..]);
            length = sizes[i] is > 0 and <= 1 << 20 && length <= Array.MaxLength
                ? length * sizes[i]
                : throw new InvalidDataException($"'{path}' has an extent of {sizes[i]}: copy it again.");
        }

        if (length > Array.MaxLength)
            throw new InvalidDataException($"'{path}' has {length} elements, more than one array takes: copy it again.");
        var elements = new byte[length];
        stream.ReadExactly(elements);
        return stream.ReadByte() < 0 ? new(sizes, elements) : throw new InvalidDataException($"'{path}' goes on behind its last element: copy it again.");
    }
}
