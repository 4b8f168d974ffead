using System.Buffers.Binary;
using System.IO.Compression;
using Digits;

namespace StaticNet.Network.Tests.DigitSamples;

public sealed class IdxFolderTests : IDisposable
{
    private const int Pixels = 28 * 28;
    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;

    public IdxFolderTests()
    {
        Write("train-images-idx3-ubyte", Idx([20, 28, 28], Image));
        Write("train-labels-idx1-ubyte", Idx([20], i => (byte)(i % 10)));
        WriteCompressed("t10k-images-idx3-ubyte.gz", Idx([10, 28, 28], Image));
        WriteCompressed("t10k-labels-idx1-ubyte.gz", Idx([10], i => (byte)(i % 10)));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Plain_and_compressed_files_are_read()
    {
        (Images training, Images test) = IdxFolder.Load(_folder);
        Assert.Equal((20, 10, Pixels), (training.Count, test.Count, test.PixelsPerImage));
        Assert.Equal(Enumerable.Range(0, 20).Select(i => i % 10), training.Labels);
        Assert.Equal(Enumerable.Range(0, 10 * Pixels).Select(Image), test.Pixels);
    }

    [Fact]
    public void The_job_learns_them()
    {
        var output = new StringWriter();
        var settings = new Settings(Epochs: 20, BatchSize: 4, Output: Path.Combine(_folder, "weights.safetensors"), Data: _folder);
        Assert.Equal(1, MainJob.Run(settings, output, live: false));
        Assert.StartsWith("20 images to train on, 10 to test with; 235146 parameters", output.ToString());
    }

    [Fact]
    public void A_missing_file_is_told() => Refused("Cannot read '*train-images-idx3-ubyte' or '*train-images-idx3-ubyte.gz'", () =>
        File.Delete(Path.Combine(_folder, "train-images-idx3-ubyte")));

    [Fact]
    public void A_file_of_another_kind_is_told() => Refused("begins with 00000801, but an idx file of bytes with 3 extents with 00000803", () =>
        Write("train-images-idx3-ubyte", Idx([20, 28, 28], Image, dimensions: 1)));

    [Fact]
    public void A_short_file_is_told() => Refused("ends before its last element", () => Write("train-images-idx3-ubyte", Idx([20, 28, 28], Image)[..^1]));

    [Fact]
    public void A_long_file_is_told() => Refused("goes on behind its last element", () => Write("train-images-idx3-ubyte", [.. Idx([20, 28, 28], Image), 0]));

    [Fact]
    public void An_extent_of_nothing_is_told() => Refused("has an extent of 0", () => Write("train-images-idx3-ubyte", Idx([0, 28, 28], Image)));

    [Fact]
    public void Images_of_another_size_are_told() => Refused("The images of 'train' have 8×8 pixels, but the network takes 28×28.", () =>
        Write("train-images-idx3-ubyte", Idx([20, 8, 8], Image)));

    [Fact]
    public void Other_counts_are_told() => Refused("'train' has 20 images, but 19 labels", () => Write("train-labels-idx1-ubyte", Idx([19], _ => 0)));

    [Fact]
    public void Another_class_is_told() => Refused("'train' has the label 10, but the network's classes end at 9.", () =>
        Write("train-labels-idx1-ubyte", Idx([20], i => (byte)(i % 11))));

    [Fact]
    public void A_file_that_only_says_it_is_compressed_is_told() => Refused("is not compressed as .gz", () =>
        Write("t10k-images-idx3-ubyte.gz", Idx([10, 28, 28], Image)));

    private static byte Image(int place) => (byte)(place / Pixels % 10 == place % 10 ? 255 : 0);

    private void Refused(string message, Action damage)
    {
        damage();
        Exception refused = Assert.Throws<InvalidDataException>(() => IdxFolder.Load(_folder));
        Assert.Contains(message.Replace("*", _folder + Path.DirectorySeparatorChar), refused.Message);
    }

    private static byte[] Idx(int[] extents, Func<int, byte> element, int? dimensions = null)
    {
        var header = new byte[4 * (1 + extents.Length)];
        (header[2], header[3]) = (8, (byte)(dimensions ?? extents.Length));
        for (int i = 0; i < extents.Length; i++)
            BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4 * (1 + i)), extents[i]);
        return [.. header, .. Enumerable.Range(0, extents.Aggregate(1, (a, b) => a * b)).Select(element)];
    }

    private void Write(string name, byte[] bytes) => File.WriteAllBytes(Path.Combine(_folder, name), bytes);

    private void WriteCompressed(string name, byte[] bytes)
    {
        using var file = new GZipStream(File.Create(Path.Combine(_folder, name)), CompressionLevel.Fastest);
        file.Write(bytes);
    }
}
