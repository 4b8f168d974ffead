namespace StaticNet.Runtime.Tests.Storage;

public class InitializeTests
{
    private static ParameterStore Initialized(ulong seed, float padding = 0)
    {
        var store = new ParameterStore(StorageFixture.Table());
        store.Values.AsSpan().Fill(padding);
        store.Initialize(seed);
        return store;
    }

    [Fact]
    public void TheSeedDecidesEveryValue()
    {
        Assert.Equal(Initialized(1).Saved(), Initialized(1).Saved());
        Assert.NotEqual(Initialized(1)["dense1.weight"].ToArray(), Initialized(2)["dense1.weight"].ToArray());
        Assert.Equal([0f, 0, 0], Initialized(1)["dense1.bias"].ToArray());
    }

    [Fact]
    public void TheLayoutDoesNot()
    {
        ParameterEntry laidOut = StorageFixture.Table()[0];
        var rowMajor = new ParameterStore(new ParameterTable(new ParameterEntry(
            laidOut.Name, [3, 5], 0, 16, new TensorLayout([5, 1]), laidOut.Kind, laidOut.Init, laidOut.Scale, laidOut.FanIn, laidOut.FanOut)));
        rowMajor.Initialize(3);
        Assert.Equal(rowMajor[0].ToArray(), Initialized(3)[0].ToArray());
    }

    [Fact]
    public void EqualTensorsStartDifferently()
    {
        var store = new ParameterStore(new ParameterTable(
            StorageFixture.Entry("a.weight", [16], 0, 16, new TensorLayout([1]), init: Init.Uniform),
            StorageFixture.Entry("b.weight", [16], 16, 16, new TensorLayout([1]), init: Init.Uniform)));
        store.Initialize(1);
        Assert.NotEqual(store[0].ToArray(), store[1].ToArray());
    }

    [Fact]
    public void StateStartsTooAndPaddingIsLeftAlone()
    {
        ParameterStore store = Initialized(1, padding: -7);
        Assert.Equal([0f, 0, 0], store["batchnorm1.running_mean"].ToArray());
        Assert.Equal(304 - 141, store.Values.AsSpan(store.Base, store.Table.Length).Count(-7f));
    }
}
