using System.Runtime.CompilerServices;
using System.Text;
using Digits;
using DigitsNative;
using StaticNet.Network.Tests.Contract;

namespace StaticNet.Network.Tests.DigitSamples;

public class NativeSampleTests
{
    private static readonly string Pixels = string.Join(' ', Enumerable.Range(0, 64).Select(i => i % 17));

    [Fact]
    public void The_committed_weights_know_the_test_part()
    {
        Images test = MainJob.Parts(DigitFile.Load(), new Settings().Seed).Test;
        var classifier = new Classifier();
        int known = Enumerable.Range(0, test.Count)
            .Count(i => classifier.Classify([.. test.Pixels.AsSpan(i * ImageFormat.Pixels, ImageFormat.Pixels).ToArray().Select(ink => ink / 16f)]) == test.Labels[i]);
        Assert.InRange(known / (double)test.Count, 0.965, 1);
    }

    /// <summary>The lines of the data, counted from 1, that .ci/run gives to the native executable: the first hundred of the test part.</summary>
    [Fact]
    public void The_native_executable_is_tried_with_digits_of_the_test_part()
    {
        Images all = DigitFile.Load();

        // Each digit's first two pixels become its place.
        byte[] numbered = (byte[])all.Pixels.Clone();
        for (int i = 0; i < all.Count; i++)
            (numbered[i * all.PixelsPerImage], numbered[i * all.PixelsPerImage + 1]) = ((byte)(i / 256), (byte)i);
        Images test = MainJob.Parts(all with { Pixels = numbered }, new Settings().Seed).Test;
        IEnumerable<int> lines = Enumerable.Range(0, test.Count).Select(i => test.Pixels[i * all.PixelsPerImage] * 256 + test.Pixels[i * all.PixelsPerImage + 1] + 1);
        Assert.Equal(lines.Order().Take(100), File.ReadLines(HeldOut()).Select(int.Parse));

        static string HeldOut([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", ".ci", "held-out");
    }

    [Fact]
    public void A_prediction_allocates_nothing()
    {
        var classifier = new Classifier();
        float[] pixels = new float[ImageFormat.Pixels];
        Allocations.AreNone(1000, () => classifier.Classify(pixels));
    }

    [Fact]
    public void Every_format_gives_the_same_pixels()
    {
        float[] expected = [.. Enumerable.Range(0, 64).Select(i => i % 17 / 16f)];
        byte[] narrow = [.. Enumerable.Range(0, 64).Select(i => (byte)(i % 17))];
        byte[] wide = [.. narrow.SelectMany(value => new byte[] { value, 0 })];
        Assert.Equal(expected, Read(Pixels));
        Assert.Equal(expected, Read(Pixels.Replace(' ', ',') + "\r\n"));
        Assert.Equal(expected, Read("P2\n# drawn by hand\n8 8 # wide, high\n16\n" + Pixels));
        Assert.Equal(expected, ImageFormat.Read([.. "P5 8 8 16\n"u8, .. narrow]));
        Assert.Equal(expected, ImageFormat.Read([.. "P5\n8 8\n4096\n"u8, .. wide]));
    }

    [Theory]
    [InlineData("", "The input is empty")]
    [InlineData("1 2 3", "Expected 64 numbers, 8 rows of 8 pixels, but got 3")]
    [InlineData("x {0}", "but got 65")]
    [InlineData("P2 8 8 16", "Expected the value of pixel 1 of the PGM image at byte 9, but got the end of the file")]
    [InlineData("P2 8 x", "Expected the height of the PGM image at byte 5, but got 'x'")]
    [InlineData("P2 28 28 255 {0}", "Expected a PGM image of 8×8 pixels, but got 28×28")]
    [InlineData("P2 8 8 0 {0}", "from 1 to 65535, but got 0")]
    [InlineData("P2 8 8 15 {0}", "Pixel 17 of the PGM image is 16, brighter than its white, 15")]
    [InlineData("P2 8 8 99999999999 {0}", "from 1 to 65535")]
    [InlineData("P5 8 8 255 short", "expected 64 bytes of pixels, but got 5")]
    [InlineData("P5 8 8 256 short", "expected 128 bytes of pixels, but got 5")]
    public void Bad_input_is_refused_with_what_was_expected(string text, string expected) =>
        Assert.Contains(expected, Assert.Throws<InvalidDataException>(() => Read(string.Format(text, Pixels))).Message);

    [Theory]
    [InlineData("17")]
    [InlineData("-1")]
    [InlineData("nan")]
    [InlineData("ink")]
    public void A_number_out_of_range_is_named(string number) =>
        Assert.Contains(
            $"Number 1 is '{number}'. Expected a number from 0 (paper) to 16 (ink).",
            Assert.Throws<InvalidDataException>(() => Read(number + Pixels[1..])).Message);

    [Fact]
    public void Arguments_are_refused_with_what_is_accepted()
    {
        Assert.Equal(new("-", 0), Parse([]).Line);
        Assert.Equal(new("three.pgm", 5), Parse(["three.pgm", "--time", "5"]).Line);
        Assert.Contains("--time does not accept '0'", Parse(["--time", "0"]).Error);
        Assert.Contains("--time does not accept ''", Parse(["--time"]).Error);
        Assert.Contains("There is no option '--fast'", Parse(["--fast"]).Error);
        Assert.Contains("Expected one file, but got 'a' and 'b'", Parse(["a", "b"]).Error);
    }

    private static (DigitsNative.CommandLine? Line, string Error) Parse(string[] arguments)
    {
        DigitsNative.CommandLine.TryParse(arguments, out DigitsNative.CommandLine? line, out string error);
        return (line, error);
    }

    private static float[] Read(string text) => ImageFormat.Read(Encoding.UTF8.GetBytes(text));
}
