using StaticNet.Oracle;

namespace StaticNet.Runtime.Tests.Storage;

public class ParameterViewTests
{
    private readonly ParameterStore _store = StorageFixture.Counting(padding: -7);

    [Fact]
    public void ItShowsNameAndShape()
    {
        ParameterView view = _store["conv1.weight"];
        Assert.Equal("conv1.weight", view.Name);
        Assert.Equal([20, 2, 3], view.Shape.ToArray());
        Assert.Equal(120, view.Count);
        Assert.Equal("conv1.weight [20,2,3]", view.ToString());
    }

    [Fact]
    public void AnElementIsWrittenThroughThePropertyThatReturnsTheView()
    {
        _store["dense1.bias"][2] = 42;
        Assert.Equal([16f, 17, 42], _store["dense1.bias"].ToArray());
    }

    [Fact]
    public void RankFourIsIndexed()
    {
        var memory = new float[2 * 3 * 4 * 5];
        var view = new ParameterView(memory, 0, StorageFixture.Entry("c.weight", [2, 3, 4, 5], 0, 120, new TensorLayout([60, 20, 5, 1])));
        view[1, 2, 3, 4] = 9;
        Assert.Equal(9, memory[119]);
    }

    [Theory]
    [InlineData(3, 0)]
    [InlineData(0, 5)]
    [InlineData(-1, 0)]
    [InlineData(0, -1)]
    public void AnIndexOutsideTheShapeIsRefused(int i, int j)
    {
        var error = Assert.Throws<IndexOutOfRangeException>(() => _store["dense1.weight"][i, j]);
        Assert.Equal($"'dense1.weight' is [3,5]: the index [{i},{j}] lies outside. Each index runs from 0 to its extent minus 1.", error.Message);
    }

    [Fact]
    public void AWrongRankIsRefused()
    {
        var error = Assert.Throws<IndexOutOfRangeException>(() => _store["dense1.weight"][1]);
        Assert.Equal("'dense1.weight' is [3,5]: give 2 indices, not 1.", error.Message);
        Assert.Throws<IndexOutOfRangeException>(() => _store["dense1.weight"][0, 0, 0]);
        Assert.Throws<IndexOutOfRangeException>(() => _store["dense1.weight"][0, 0, 0, 0]);
    }

    [Theory]
    [InlineData(14)]
    [InlineData(16)]
    public void CopyFromTakesTheExactLength(int length)
    {
        float[] before = [.. _store.Values];
        var error = Assert.Throws<ArgumentException>(() => _store["dense1.weight"].CopyFrom(new float[length]));
        Assert.StartsWith($"CopyFrom takes 15 floats for 'dense1.weight' [3,5], but the span holds {length}.", error.Message);
        Assert.Equal(before, _store.Values);
    }

    [Fact]
    public void CopyToFillsTheFrontAndLeavesTheRest()
    {
        var target = new float[4];
        _store["dense1.bias"].CopyTo(target);
        Assert.Equal([16f, 17, 18, 0], target);
        Assert.Throws<ArgumentException>(() => _store["dense1.bias"].CopyTo(new float[2]));
    }

    [Fact]
    public void AViewNeedsItsWholeTensor()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new ParameterView(new float[95], 16, _store.Table[0]));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ParameterView(new float[95], -1, _store.Table[0]));
    }

    [Fact]
    public void AViewOfNoTensorSaysSo()
    {
        ParameterView none = default;
        Action[] uses = [() => none[0] = 1, () => none.ToArray(), () => none.Fill(1), () => _ = none.Name];
        Assert.All(uses, use => Assert.Equal(
            "This view is of no tensor: take one from a network, for instance net.Dense1.Weight.", Assert.Throws<InvalidOperationException>(use).Message));
        Assert.Equal("", none.ToString());
    }

    [Fact]
    public void CopiesAllocateNothing()
    {
        var values = new float[120];
        ParameterView view = _store["conv1.weight"];
        view.CopyTo(values);
        view.CopyFrom(values);
        long bytes = Allocated.By(
            () =>
            {
                view.CopyTo(values);
                view.CopyFrom(values);
                view[1, 1, 1] += 1;
            },
            100);
        Assert.Equal(0, bytes);
    }
}
