using System.Buffers.Binary;
using System.IO.Compression;

namespace StaticNet.Data;

/// <summary>Opens files, plain or compressed, and says what is wrong with those that do not open.</summary>
internal static class DataFile
{
    // A header of ten bytes and a trailer of eight.
    private const int LeastGzip = 18;
    private static readonly byte[] GzipMark = [0x1F, 0x8B];

    /// <summary>The bytes of a file; a name that ends in <c>.gz</c> is decompressed, and says so where it does not.</summary>
    /// <exception cref="InvalidDataException">There is no such file, it may not be read, or it is not compressed as its name says.</exception>
    public static Stream Open(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        FileStream file;
        try
        {
            file = File.OpenRead(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InvalidDataException($"Cannot read '{path}': {Reason(e, path)}", e);
        }

        if (!path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase))
            return file;
        Span<byte> mark = stackalloc byte[2];
        if (file.Length < LeastGzip || file.ReadAtLeast(mark, mark.Length, throwOnEndOfStream: false) < mark.Length || !mark.SequenceEqual(GzipMark))
        {
            file.Dispose();
            throw new InvalidDataException($"'{path}' is not compressed as .gz: take the ending off, or copy it again.");
        }

        file.Position = 0;
        return new Unpacked(file, path);
    }

    /// <summary>The folders in a folder, or the files, in the order of their names.</summary>
    /// <exception cref="InvalidDataException">There is no such folder, or it may not be read.</exception>
    public static string[] List(string folder, Func<string, string[]> list)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        try
        {
            string[] paths = list(folder);
            Array.Sort(paths, StringComparer.Ordinal);
            return paths;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InvalidDataException($"Cannot read the folder '{folder}': {(Directory.Exists(folder) ? e.Message : "it does not exist. Give the path of a folder.")}", e);
        }
    }

    private static string Reason(Exception e, string path)
    {
        if (Directory.Exists(path))
            return "it is a folder. Add the name of a file.";
        if (e is not (FileNotFoundException or DirectoryNotFoundException))
            return e.Message;
        string full = Path.GetFullPath(path);
        return full == path ? "there is no such file. Correct the path." : $"there is no such file in '{Path.GetDirectoryName(full)}'. Correct the path, or give it whole.";
    }

    // What is wrong with compressed bytes, with the file's name. The decompressor takes the end of the file for the end of the data; those say how many they are.
    private sealed class Unpacked(FileStream file, string path) : GZipStream(file, CompressionMode.Decompress)
    {
        private uint _length;

        // The base class reads through this one, whichever it is asked for.
        public override int Read(byte[] array, int offset, int count)
        {
            int read;
            try
            {
                read = base.Read(array, offset, count);
            }
            catch (InvalidDataException e)
            {
                throw new InvalidDataException($"'{path}' is damaged ({e.Message.TrimEnd('.')}): copy it again.", e);
            }

            _length = unchecked(_length + (uint)read);
            if (read == 0 && count > 0 && _length != Said())
                throw new InvalidDataException($"'{path}' ends early, or is several compressed files in one: copy it again, or decompress it.");
            return read;
        }

        // The last four bytes, modulo 2³² (RFC 1952).
        private uint Said()
        {
            Span<byte> last = stackalloc byte[sizeof(uint)];
            file.Seek(-last.Length, SeekOrigin.End);
            file.ReadExactly(last);
            return BinaryPrimitives.ReadUInt32LittleEndian(last);
        }
    }
}
