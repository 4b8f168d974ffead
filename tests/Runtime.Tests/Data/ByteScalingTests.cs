namespace StaticNet.Runtime.Tests.Data;

/// <summary>Bytes become <c>(x·scale − mean)/std</c>.</summary>
public class ByteScalingTests
{
    private static readonly byte[] All = [.. Enumerable.Range(0, 256).Select(i => (byte)i), .. Enumerable.Range(0, 44).Select(i => (byte)(i * 5))];

    [Theory]
    [InlineData(300, 1)]
    [InlineData(100, 1)]
    [InlineData(100, 4)]
    [InlineData(60, 60)]
    [InlineData(15, 3)]
    public void EveryByteIsScaledByItsChannel(int width, int channels)
    {
        double[] mean = [.. Enumerable.Range(0, channels).Select(c => 0.1 + 0.05 * c)], std = [.. Enumerable.Range(0, channels).Select(c => 0.2 + 0.03 * c)];
        int rows = All.Length / width, pitch = (width + 15) / 16 * 16 + 16;
        var target = new float[rows * pitch];
        Array.Fill(target, 7);
        new ByteScaling(width, channels, 1 / 255.0, mean, std).Copy(All.AsSpan(0, rows * width), ref target[0], pitch);
        for (int row = 0; row < rows; row++)
        {
            for (int i = 0; i < width; i++)
            {
                int c = i / (width / channels);
                double expected = (All[row * width + i] / 255.0 - mean[c]) / std[c];
                Assert.Equal(expected, target[row * pitch + i], 2e-7 * (1 / std[c]));
            }

            for (int i = width; i < pitch; i++)
                Assert.Equal(7f, target[row * pitch + i]);
        }
    }

    [Fact]
    public void OneNumberCountsForAllChannels()
    {
        float[] one = new float[12], many = new float[12];
        new ByteScaling(12, 3, 0.5, [3], [4]).Copy(All.AsSpan(40, 12), ref one[0], 12);
        new ByteScaling(12, 3, 0.5, [3, 3, 3], [4]).Copy(All.AsSpan(40, 12), ref many[0], 12);
        Assert.Equal(one, many);
        Assert.Equal((40 * 0.5f - 3) / 4, one[0]);
    }

    [Fact]
    public void AColumnOfBytesIsGatheredAsFloats()
    {
        var column = new BatchColumn("input", All.AsMemory(0, 20), 5, new ByteScaling(5, 1, 2, [1], [1]));
        var target = new float[16];
        column.Gather([3, 0], ref target[0], 8);
        Assert.Equal([29f, 31, 33, 35, 37, 0, 0, 0, -1, 1, 3, 5, 7, 0, 0, 0], target);
        column.Copy(2, 2, ref target[0], 8);
        Assert.Equal([19f, 21, 23, 25, 27, 0, 0, 0, 29, 31, 33, 35, 37, 0, 0, 0], target);
        Assert.Equal(4, column.Rows);
    }

    [Fact]
    public void RowsAreCopiedInTheOrderOfTheDataWhateverTheEpochs()
    {
        var batches = new Batches(this, 4, [new BatchColumn("input", Enumerable.Range(0, 20).Select(i => (float)i).ToArray(), 2)], 3, seed: 5);
        _ = batches.Epoch(2)[0];
        float[] target = [9, 9, 9, 9, 9, 9];
        batches.CopyRows(0, 8, 2, ref target[0], 3);
        Assert.Equal([16f, 17, 0, 18, 19, 0], target);
        batches.CopyWeights(1, 0, 2, ref target[0]);
        Assert.Equal([1f, 1, 0, 18, 19, 0], target);
    }
}
