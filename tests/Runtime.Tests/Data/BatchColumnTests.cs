using System.Runtime.InteropServices;

namespace StaticNet.Runtime.Tests.Data;

public class BatchColumnTests
{
    [Fact]
    public void GatherCopiesRowsAndLeavesPadding()
    {
        var images = new BatchColumn("images", new float[] { 1, 2, 3, 4, 5, 6, 7, 8, 9 }, 3);
        var labels = new BatchColumn("labels", new[] { 10, -1, int.MaxValue }, 1);
        var batches = new Batches(this, 2, [images, labels], size: 2, shuffle: false);
        Batch batch = batches.Epoch(0)[0];
        float[] rows = [.. Enumerable.Repeat(-7f, 8)];
        batch.Gather(0, ref rows[0], 4);
        Assert.Equal([1, 2, 3, -7, 4, 5, 6, -7], rows);
        var classes = new float[2];
        batch.Gather(1, ref classes[0], 1);
        Assert.Equal([10, -1], MemoryMarshal.Cast<float, int>(classes).ToArray());
        batches.Epoch(0)[1].Gather(1, ref classes[0], 1);
        Assert.Equal([int.MaxValue, -1], MemoryMarshal.Cast<float, int>(classes).ToArray());
    }

    [Fact]
    public void GatherFollowsTheOrder()
    {
        var column = new BatchColumn("x", Enumerable.Range(0, 20).Select(i => (float)i).ToArray(), 2);
        var batches = new Batches(this, 4, [column], size: 4, seed: 3);
        foreach (Batch batch in batches.Epoch(1))
        {
            var rows = new float[batch.Count * 16];
            batch.Gather(0, ref rows[0], 16);
            for (int i = 0; i < batch.Count; i++)
                Assert.Equal([2f * batch.Rows[i], 2f * batch.Rows[i] + 1, 0], rows[(16 * i)..(16 * i + 3)]);
        }
    }

    [Fact]
    public void ARowThatDoesNotFitThePitchIsRefused()
    {
        var batches = new Batches(this, 1, [new BatchColumn("x", new float[6], 3)], size: 1);
        var target = new float[2];
        Assert.Throws<ArgumentOutOfRangeException>(() => batches.Epoch(0)[0].Gather(0, ref target[0], 2));
    }

    [Fact]
    public void DataEndWithAWholeRow()
    {
        var error = Assert.Throws<ArgumentException>(() => new BatchColumn("images", new float[130], 64));
        Assert.Contains("'images' has 64 elements per sample", error.Message);
        Assert.Contains("length 130", error.Message);
        Assert.Contains("2 are left over", error.Message);
    }
}
