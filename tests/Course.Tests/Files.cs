using System.Buffers.Binary;
using System.Globalization;

namespace StaticNet.Course.Tests;

/// <summary>Files for <c>--data</c>, in a folder that goes with them.</summary>
public sealed class Files : IDisposable
{
    private const int Side = 28;

    public string Folder { get; } = Directory.CreateTempSubdirectory("staticnet-course-").FullName;

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    public string Write(string name, params IEnumerable<string> lines)
    {
        string path = Path.Combine(Folder, name);
        File.WriteAllLines(path, lines);
        return path;
    }

    /// <summary>A price a day, which goes up and down.</summary>
    public string Prices(int rows) => Write("prices.csv", Enumerable.Range(0, rows)
        .Select(day => string.Create(CultureInfo.InvariantCulture, $"{new DateTime(2020, 1, 1).AddDays(day):yyyy-MM-dd},{100 + 10 * Math.Sin(0.3 * day) + day % 7}")).Prepend("date,close"));

    /// <summary>Houses whose price is the sum of their measures, below a line with counts.</summary>
    public string Houses(int rows, int measures = 13)
    {
        var random = new Random(1);
        return Write("houses.csv", Enumerable.Range(0, rows)
            .Select(_ => Enumerable.Range(0, measures).Select(_ => random.Next(100)).ToArray()).Select(row => $"{string.Join(",", row)},{row.Sum()}")
            .Prepend($"{string.Join(",", Enumerable.Range(1, measures).Select(k => $"m{k}"))},price").Prepend($"{rows},{measures}"));
    }

    /// <summary>The four files of images and labels: of ten classes, each bright in rows of its own.</summary>
    public string Images(int training, int test)
    {
        foreach ((string part, int count) in new[] { ("train", training), ("t10k", test) })
        {
            var random = new Random(count);
            Idx($"{part}-labels-idx1-ubyte", [.. Enumerable.Range(0, count).Select(i => (byte)(i % 10))], count);
            Idx($"{part}-images-idx3-ubyte", [.. Enumerable.Range(0, count * Side * Side).Select(i => (byte)((i / Side % Side / 3 == i / (Side * Side) % 10 ? 200 : 0) + random.Next(50)))], count, Side, Side);
        }

        return Folder;
    }

    // 0, 0, the type of bytes, how many extents; the extents; the elements.
    private void Idx(string name, byte[] elements, params int[] extents)
    {
        byte[] file = [0, 0, 8, (byte)extents.Length, .. new byte[4 * extents.Length], .. elements];
        for (int i = 0; i < extents.Length; i++)
            BinaryPrimitives.WriteInt32BigEndian(file.AsSpan(4 * (i + 1)), extents[i]);
        File.WriteAllBytes(Path.Combine(Folder, name), file);
    }
}
