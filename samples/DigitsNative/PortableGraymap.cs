using System.Buffers.Binary;

namespace DigitsNative;

/// <summary>
/// A PGM image of 8×8 pixels, in text (P2) or binary (P5): magic, width, height and the value of white, then the pixels, row by row.
/// Bright strokes on a black ground.
/// </summary>
internal ref struct PortableGraymap
{
    private readonly ReadOnlySpan<byte> _file;
    private int _position;

    private PortableGraymap(ReadOnlySpan<byte> file)
    {
        _file = file;
        _position = "P2".Length;
    }

    /// <exception cref="InvalidDataException">The file is no such image.</exception>
    public static float[] Read(ReadOnlySpan<byte> file)
    {
        bool binary = file.StartsWith("P5"u8);
        var image = new PortableGraymap(file);
        (int width, int height, int white) = (image.Number("width"), image.Number("height"), image.Number("value of white"));
        if (width != 8 || height != 8)
            throw new InvalidDataException($"Expected a PGM image of 8×8 pixels, but got {width}×{height}. Scale it to 8×8.");
        if (white is < 1 or > ushort.MaxValue)
            throw new InvalidDataException($"Expected a PGM image whose white is from 1 to {ushort.MaxValue}, but got {white}.");

        var pixels = new float[ImageFormat.Pixels];
        if (binary)
            image.RequireBytes(white);
        for (int i = 0; i < pixels.Length; i++)
        {
            int value = binary ? image.Sample(white) : image.Number($"value of pixel {i + 1}");
            if (value > white)
                throw new InvalidDataException($"Pixel {i + 1} of the PGM image is {value}, brighter than its white, {white}.");
            pixels[i] = (float)value / white;
        }

        return pixels;
    }

    // One byte of whitespace stands between header and samples; a sample has two bytes, the higher first, where white takes two.
    private void RequireBytes(int white)
    {
        _position++;
        int expected = ImageFormat.Pixels * (white > byte.MaxValue ? 2 : 1);
        int got = Math.Max(0, _file.Length - _position);
        if (got < expected)
            throw new InvalidDataException($"The PGM image ends early: expected {expected} bytes of pixels, but got {got}.");
    }

    private int Sample(int white)
    {
        if (white <= byte.MaxValue)
            return _file[_position++];
        _position += 2;
        return BinaryPrimitives.ReadUInt16BigEndian(_file[(_position - 2)..]);
    }

    private int Number(string what)
    {
        SkipBlanks();
        int start = _position, value = 0;
        for (; _position < _file.Length && _file[_position] is >= (byte)'0' and <= (byte)'9' && value <= ushort.MaxValue; _position++)
            value = 10 * value + _file[_position] - '0';
        return _position > start
            ? value
            : throw new InvalidDataException($"Expected the {what} of the PGM image at byte {start}, but got {(start < _file.Length ? $"'{(char)_file[start]}'" : "the end of the file")}.");
    }

    private void SkipBlanks()
    {
        while (_position < _file.Length && (_file[_position] <= ' ' || _file[_position] == '#'))
        {
            if (_file[_position] == '#')
                _position += Math.Max(1, _file[_position..].IndexOf((byte)'\n') is >= 0 and var end ? end : _file.Length - _position);
            else
                _position++;
        }
    }
}
