namespace StaticNet.Runtime.Tests.Data;

public class BatchesErrorTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(-3)]
    [InlineData(65)]
    public void SizeIsFromOneToMaxBatch(int size)
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => Create(100, size));
        Assert.Equal("size", error.ParamName);
        Assert.Contains("from 1 to 64, the network's MaxBatch", error.Message);
    }

    [Fact]
    public void ColumnsHaveAsManySamples()
    {
        BatchColumn[] columns = [new("images", new float[12], 4), new("labels", new int[4], 1)];
        var error = Assert.Throws<ArgumentException>(() => new Batches(this, 64, columns, 2));
        Assert.Equal("labels", error.ParamName);
        Assert.Contains("'images' has 3 samples, but 'labels' has 4", error.Message);
    }

    [Fact]
    public void ThereIsASample() =>
        Assert.Contains("'x' is empty", Assert.Throws<ArgumentException>(() => Create(0, 1)).Message);

    [Fact]
    public void DropLastLeavesABatch()
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => Create(5, 8, dropLast: true));
        Assert.Contains("5 samples make no batch of 8", error.Message);
    }

    [Fact]
    public void EpochsCountFromZero() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Create(5, 2).Epoch(-1));

    [Theory]
    [InlineData(-1)]
    [InlineData(3)]
    public void TheEpochHasSoManyBatches(int index)
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => Create(5, 2).Epoch(0)[index].Count);
        Assert.Contains("has 3 batches", error.Message);
    }

    [Fact]
    public void AnEmptyBatchTellsWhereBatchesComeFrom() =>
        Assert.Contains("batches.Epoch", Assert.Throws<InvalidOperationException>(() => default(Batch).Source).Message);

    private static Batches Create(int count, int size, bool dropLast = false) =>
        new(typeof(BatchesErrorTests), 64, [new BatchColumn("x", new float[count], 1)], size, dropLast: dropLast);
}
