namespace StaticNet.Storage;

/// <summary>The rest of a stream as one array, of at most 2 GB.</summary>
internal static class StreamBytes
{
    private const int FirstGuess = 64 * 1024;

    /// <param name="stream">Read from its position to its end; it need not tell its length.</param>
    /// <param name="length">The bytes read; the array may be longer.</param>
    /// <exception cref="SafetensorsException">The stream fails.</exception>
    public static byte[] Read(Stream stream, out int length)
    {
        length = 0;
        try
        {
            var bytes = new byte[stream.CanSeek ? Math.Clamp(stream.Length - stream.Position, 0, Array.MaxLength) : FirstGuess];
            while (true)
            {
                if (length == bytes.Length)
                {
                    int next = stream.ReadByte();
                    if (next < 0)
                        return bytes;
                    if (length == Array.MaxLength)
                        throw new IOException("It holds more than 2 GB.");
                    Array.Resize(ref bytes, (int)Math.Clamp(2L * length, FirstGuess, Array.MaxLength));
                    bytes[length++] = (byte)next;
                }
                int read = stream.Read(bytes, length, bytes.Length - length);
                if (read == 0)
                    return bytes;
                length += read;
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SafetensorsException($"Cannot read the stream: {e.Message} Give a stream that holds a safetensors file from its position to its end.", e);
        }
    }
}
