using StaticNet.Oracle;

namespace StaticNet.Runtime.Tests.Data;

public class BatchesTests
{
    [Theory]
    [InlineData(10, 3, false, new[] { 3, 3, 3, 1 })]
    [InlineData(10, 3, true, new[] { 3, 3, 3 })]
    [InlineData(10, 5, false, new[] { 5, 5 })]
    [InlineData(10, 5, true, new[] { 5, 5 })]
    [InlineData(10, 10, false, new[] { 10 })]
    [InlineData(10, 12, false, new[] { 10 })]
    [InlineData(3, 1, false, new[] { 1, 1, 1 })]
    [InlineData(1, 1, true, new[] { 1 })]
    public void AnEpochIsCutIntoBatches(int count, int size, bool dropLast, int[] sizes)
    {
        Batches batches = Create(count, size, dropLast: dropLast);
        var counts = new List<int>();
        int start = 0;
        foreach (Batch batch in batches.Epoch(0))
        {
            Assert.Equal(start, batch.Start);
            Assert.Same(batches, batch.Source);
            Assert.Equal(batch.Count, batch.Rows.Length);
            start += batch.Count;
            counts.Add(batch.Count);
        }
        Assert.Equal(sizes, counts);
        Assert.Equal(sizes.Length, batches.BatchCount);
        Assert.Equal(sizes.Length, batches.Epoch(0).Count);
        Assert.Equal((count, size), (batches.Count, batches.Size));
    }

    [Fact]
    public void EverySampleComesOnceAnEpoch()
    {
        Batches batches = Create(101, 8, seed: 5);
        for (int epoch = 0; epoch < 5; epoch++)
            Assert.Equal(Enumerable.Range(0, 101), Rows(batches, epoch).Order());
    }

    [Fact]
    public void TheOrderIsAFunctionOfSeedAndEpoch()
    {
        Batches batches = Create(101, 8, seed: 5);
        int[] third = Rows(batches, 3);
        Assert.NotEqual(third, Rows(batches, 2));
        Assert.Equal(third, Rows(batches, 3));
        Assert.Equal(third, Rows(Create(101, 8, seed: 5), 3));
        Assert.Equal(third, Rows(Create(101, 10, seed: 5), 3));
        Assert.NotEqual(third, Rows(Create(101, 8, seed: 6), 3));
    }

    // The numbers come from an independent Philox4x32-10 and Fisher–Yates in another language.
    [Fact]
    public void TheOrderIsTheSameOnEveryPlatform() =>
        Assert.Equal([8, 1, 0, 7, 2, 3, 5, 6, 4, 9], Rows(Create(10, 4, seed: 1), 0));

    [Fact]
    public void WithoutShuffleTheOrderIsTheDatas()
    {
        Batches batches = Create(9, 4, shuffle: false);
        Batch first = batches.Epoch(0)[0];
        Assert.Equal(Enumerable.Range(0, 9), Rows(batches, 7));
        Assert.Equal([0, 1, 2, 3], first.Rows.ToArray());
    }

    [Fact]
    public void EveryPermutationIsEquallyLikely()
    {
        const int draws = 24_000;
        Batches batches = Create(4, 4, seed: 11);
        var counts = new Dictionary<string, int>();
        for (int epoch = 0; epoch < draws; epoch++)
        {
            string order = string.Concat(Rows(batches, epoch));
            counts[order] = counts.GetValueOrDefault(order) + 1;
        }
        Assert.Equal(24, counts.Count);
        // 1000 expected of each: χ² has 23 degrees of freedom and passes 49.7 once in a thousand times. The draws are fixed.
        Assert.True(counts.Values.Sum(count => (count - 1000.0) * (count - 1000.0) / 1000) < 49.7);
    }

    [Fact]
    public void PassesMayBeInterleaved()
    {
        Batches batches = Create(20, 5, seed: 2);
        int[] first = Rows(batches, 0), second = Rows(batches, 1);
        var (seenFirst, seenSecond) = (new List<int>(), new List<int>());
        for (int i = 0; i < batches.BatchCount; i++)
        {
            seenFirst.AddRange(batches.Epoch(0)[i].Rows);
            seenSecond.AddRange(batches.Epoch(1)[i].Rows);
        }
        Assert.Equal(first, seenFirst);
        Assert.Equal(second, seenSecond);
    }

    [Fact]
    public void ABatchOfAnEarlierEpochIsRefused()
    {
        Batches batches = Create(20, 5);
        Batch batch = batches.Epoch(0)[0];
        _ = batches.Epoch(1)[0];
        var error = Assert.Throws<InvalidOperationException>(() => batch.Rows.Length);
        Assert.Contains("of epoch 0", error.Message);
        Assert.Contains("epoch 1", error.Message);
    }

    [Fact]
    public void AnEpochAllocatesNothing()
    {
        Batches batches = Create(100, 8, seed: 1);
        var target = new float[8 * 16];
        Walk(batches, 0, target);
        int epoch = 0;
        Assert.Equal(0, Allocated.By(() => Walk(batches, ++epoch, target), 9));
    }

    private static void Walk(Batches batches, int epoch, float[] target)
    {
        foreach (Batch batch in batches.Epoch(epoch))
            batch.Gather(0, ref target[0], 16);
    }

    private static int[] Rows(Batches batches, int epoch)
    {
        var rows = new List<int>();
        foreach (Batch batch in batches.Epoch(epoch))
            rows.AddRange(batch.Rows);
        return [.. rows];
    }

    private static Batches Create(int count, int size, ulong seed = 0, bool shuffle = true, bool dropLast = false) =>
        new(typeof(BatchesTests), 64, [new BatchColumn("x", new float[2 * count], 2)], size, seed, shuffle, dropLast);
}
