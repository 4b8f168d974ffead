using Digits;

namespace StaticNet.Network.Tests.DigitSamples;

public sealed class MainJobTests : IDisposable
{
    private readonly string _file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());

    public void Dispose() => File.Delete(_file);

    [Fact]
    public void Five_seeds_know_the_test_part()
    {
        double[] accuracies = [.. Enumerable.Range(1, 5).Select(seed => MainJob.Run(new(Seed: (ulong)seed, Output: _file), TextWriter.Null, live: false))];
        Assert.InRange(accuracies.Average(), 0.965, 1);
        Assert.InRange(accuracies.Min(), 0.955, 1);
    }

    [Theory]
    [InlineData("sgd")]
    [InlineData("adam")]
    [InlineData("adamw")]
    public void Every_optimizer_learns_and_reports(string optimizer)
    {
        var output = new StringWriter();
        double accuracy = MainJob.Run(new(Epochs: 3, Optimizer: optimizer, Output: _file), output, live: false);
        string[] lines = output.ToString().TrimEnd().Split('\n');
        Assert.Equal($"test accuracy: {accuracy:F4}", lines[^1]);
        Assert.InRange(accuracy, 0.8, 1);
        Assert.Equal(3, lines.Count(line => line.StartsWith("epoch ", StringComparison.Ordinal) && !line.Contains('\r')));
    }

    [Fact]
    public void The_same_seed_saves_the_same_bytes()
    {
        MainJob.Run(new(Epochs: 2, Output: _file), TextWriter.Null, live: false);
        byte[] first = File.ReadAllBytes(_file);
        MainJob.Run(new(Epochs: 2, Output: _file), TextWriter.Null, live: true);
        Assert.Equal(first, File.ReadAllBytes(_file));
    }

    [Fact]
    public void The_parts_are_stratified_and_share_no_digit()
    {
        Images all = DigitFile.Load();

        // Each digit's first two pixels become its place, so that it can be told apart.
        byte[] numbered = (byte[])all.Pixels.Clone();
        for (int i = 0; i < all.Count; i++)
            (numbered[i * all.PixelsPerImage], numbered[i * all.PixelsPerImage + 1]) = ((byte)(i / 256), (byte)i);
        (Images training, Images test) = MainJob.Parts(all with { Pixels = numbered }, seed: 1);

        Assert.Equal(Enumerable.Range(0, all.Count), Places(training).Concat(Places(test)).Order());
        foreach (int digit in Enumerable.Range(0, DigitNet.OutputLength))
            Assert.InRange(test.Labels.Count(label => label == digit) / (double)all.Labels.Count(label => label == digit), 0.197, 0.203);
        Assert.NotEqual(Places(test), Places(MainJob.Parts(all with { Pixels = numbered }, seed: 2).Test));

        static IEnumerable<int> Places(Images images) =>
            Enumerable.Range(0, images.Count).Select(i => images.Pixels[i * images.PixelsPerImage] * 256 + images.Pixels[i * images.PixelsPerImage + 1]);
    }
}
