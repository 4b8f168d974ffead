using System.IO.Compression;

namespace StaticNet.Data.Tests.Files;

public sealed class IdxFileTests : IDisposable
{
    private static readonly byte[] Two = [0, 0, 8, 2, 0, 0, 0, 2, 0, 0, 0, 3, 1, 2, 3, 4, 5, 6];

    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Plain_and_compressed_files_are_read()
    {
        File.WriteAllBytes(Path.Combine(_folder, "plain"), Two);
        using (var file = new GZipStream(File.Create(Path.Combine(_folder, "packed.gz")), CompressionLevel.Fastest))
            file.Write(Two);
        foreach (string name in new[] { "plain", "packed" })
        {
            IdxFile file = IdxFile.Read(_folder, name, 2);
            Assert.Equal([2, 3], file.Extents);
            Assert.Equal([1, 2, 3, 4, 5, 6], file.Elements);
        }
    }

    [Fact]
    public void Broken_files_are_told()
    {
        Refused($"Cannot read '{Path.Combine(_folder, "bad")}' or '{Path.Combine(_folder, "bad.gz")}': give a folder that has one of them.", null);
        Refused("begins with 00000802, but an idx file of bytes with 1 extents with 00000801", Two);
        Refused("ends before its last element", [0, 0, 8, 1, 0, 0, 0, 9, 1]);
        Refused("goes on behind its last element", [0, 0, 8, 1, 0, 0, 0, 1, 1, 1]);
        Refused("has an extent of 0: copy it again.", [0, 0, 8, 1, 0, 0, 0, 0]);
        Refused("has an extent of -1: copy it again.", [0, 0, 8, 1, 0xFF, 0xFF, 0xFF, 0xFF]);
    }

    private void Refused(string message, byte[]? bytes)
    {
        if (bytes is not null)
            File.WriteAllBytes(Path.Combine(_folder, "bad"), bytes);
        Refusal.Of<InvalidDataException>(message, () => IdxFile.Read(_folder, "bad", 1));
    }
}
