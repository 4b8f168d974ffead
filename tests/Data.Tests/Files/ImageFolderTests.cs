using System.Runtime.CompilerServices;
using System.Text.Json;

namespace StaticNet.Data.Tests.Files;

public sealed class ImageFolderTests : IDisposable
{
    // 8×8 pixels of red 200, green 40, blue 90.
    private const string Jpeg =
        "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAMCAgMCAgMDAwMEAwMEBQgFBQQEBQoHBwYIDAoMDAsKCwsNDhIQDQ4RDgsLEBYQERMUFRUVDA8XGBYUGBIUFRT/2wBDAQMEBAUEBQkFBQkUDQsNFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBT/"
        + "wAARCAAIAAgDASIAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAAAAf/xAAUEAEAAAAAAAAAAAAAAAAAAAAA/8QAFQEBAQAAAAAAAAAAAAAAAAAAAwj/xAAUEQEAAAAAAAAAAAAAAAAAAAAA/9oADAMBAAIRAxEAPwCSACWW/9k=";

    private static readonly ImageShape Colours = new(3, 2, 3);
    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Classes_and_images_come_in_the_order_of_their_names()
    {
        Write("dogs/b.png", Picture(30));
        Write("dogs/a.PNG", Picture(20));
        Write("cats/only.png", Picture(10));
        Write("cats/notes.txt", [1, 2, 3]);
        Write(".git/x.png", [1, 2, 3]);
        LabelledImages images = ImageFolder.Read(_folder, Colours);
        Assert.Equal(["cats", "dogs"], images.Classes);
        Assert.Equal([0, 1, 1], images.Labels);

        // Red first, then green, then blue.
        Assert.Equal([10, 13, 16, 19, 22, 25, 11, 14, 17, 20, 23, 26, 12, 15, 18, 21, 24, 27], images.Pixels[..18]);
        Assert.Equal([20, 30], [images.Pixels[18], images.Pixels[36]]);
        Assert.Equal(10 / 255f, images.ToFloats().Inputs[0]);
        Assert.Equal((3, 18, 1), (images.ToDataSet().Count, images.ToDataSet().InputLength, images.ToDataSet().TargetLength));
    }

    [Fact]
    public void Jpeg_is_read_and_grey_is_made_of_colours()
    {
        Write("one/a.jpg", Convert.FromBase64String(Jpeg));
        byte[] pixels = ImageFolder.Read(_folder, new(3, 8, 8)).Pixels;
        Assert.All(Enumerable.Range(0, 64), i =>
        {
            Assert.InRange(pixels[i], 196, 204);
            Assert.InRange(pixels[64 + i], 36, 44);
            Assert.InRange(pixels[128 + i], 86, 94);
        });

        // The decoder's weights: (77·r + 150·g + 29·b)/256
        Assert.All(ImageFolder.Read(_folder, new(1, 8, 8)).Pixels, grey => Assert.InRange(grey, 90, 98));
    }

    [Fact]
    public void Images_of_another_size_are_resized_if_that_is_asked_for()
    {
        Write("one/a.png", Picture(10));
        Refusal.Of<InvalidDataException>("a.png' has 3×2 pixels, but 6×4 are expected: pass resize: true", () => ImageFolder.Read(_folder, new(3, 4, 6)));
        Assert.Equal(72, ImageFolder.Read(_folder, new(3, 4, 6), resize: true).Pixels.Length);
    }

    [Fact]
    public void Resizing_is_that_of_PyTorch() => Assert.All(Goldens(), golden =>
    {
        int[] from = Integers(golden, "from"), to = Integers(golden, "to");
        byte[] pixels = [.. Integers(golden, "pixels").Select(pixel => (byte)pixel)];
        double[] expected = [.. golden.GetProperty("resized").EnumerateArray().Select(value => value.GetDouble())];
        byte[] actual = ImageResize.Of(pixels, new(from[0], from[1], from[2]), new(to[0], to[1], to[2]));
        Assert.Equal(expected.Length, actual.Length);
        for (int i = 0; i < actual.Length; i++)
            Assert.InRange(actual[i], expected[i] - 0.5001, expected[i] + 0.5001);
    });

    [Fact]
    public void Folders_that_have_nothing_to_read_are_told()
    {
        Refusal.Of<InvalidDataException>($"'{_folder}' has no folders: expected one for each class", () => ImageFolder.Read(_folder, Colours));
        Refusal.Of<InvalidDataException>("it does not exist. Give the path of a folder.", () => ImageFolder.Read(Path.Combine(_folder, "missing"), Colours));
        Write("cats/a.png", Picture(10));
        Write("dogs/notes.txt", [1]);
        Refusal.Of<InvalidDataException>("dogs' has no images: expected files with the ending .png", () => ImageFolder.Read(_folder, Colours));
    }

    [Fact]
    public void Images_that_do_not_decode_are_told()
    {
        byte[] picture = Picture(10);
        foreach (byte[] bytes in new byte[][] { [], [1, 2, 3], picture[..20], picture[..^20], [.. picture[..30], .. new byte[40]] })
        {
            Write("cats/a.png", bytes);
            Refusal.Of<InvalidDataException>($"a.png' does not decode as an image ({bytes.Length} bytes: ", () => ImageFolder.Read(_folder, Colours));
        }

        Refusal.Of<InvalidDataException>("Cannot read 'no.png': there is no such file in '", () => ImageFile.Read("no.png", 1, out _));
        Refusal.Of<ArgumentOutOfRangeException>("Images have 1 channel (grey), 3 (colours) or 4", () => ImageFile.Read("no.png", 2, out _));
    }

    private static byte[] Picture(int first) => Png.Of([.. Enumerable.Range(first, Colours.Length).Select(i => (byte)i)], 3, Colours.Height, Colours.Width);

    private static int[] Integers(JsonElement golden, string field) => [.. golden.GetProperty(field).EnumerateArray().Select(value => value.GetInt32())];

    private static JsonElement[] Goldens([CallerFilePath] string here = "")
    {
        using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "Goldens", "resize.json")));
        return [.. document.RootElement.EnumerateArray().Select(golden => golden.Clone())];
    }

    private void Write(string name, byte[] bytes)
    {
        string path = Path.Combine(_folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
    }
}
