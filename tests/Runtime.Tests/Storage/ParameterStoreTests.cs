using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace StaticNet.Runtime.Tests.Storage;

public class ParameterStoreTests
{
    private readonly ParameterStore _store = new(StorageFixture.Table());

    [Fact]
    public void TheTableCountsLogicalTrainableFloatsAndStoredOnes()
    {
        ParameterTable table = _store.Table;
        Assert.Equal(15 + 3 + 120, table.ParameterCount);
        Assert.Equal(288, table.TrainableLength);
        Assert.Equal(304, table.Length);
        Assert.Equal(2, table.IndexOf("conv1.weight"));
        Assert.Equal(-1, table.IndexOf("conv1"));
        Assert.Equal("batchnorm1", table[3].Layer);
    }

    [Fact]
    public void WithoutStateEverythingIsTrained()
    {
        Assert.Equal(16, new ParameterTable(StorageFixture.Entry("a.bias", [3], 0, 16, new TensorLayout([1]))).TrainableLength);
        Assert.Equal(0, new ParameterTable().Length);
    }

    [Fact]
    public void TheOriginIsAlignedAndHasRoom()
    {
        for (int i = 0; i < 20; i++)
        {
            var store = new ParameterStore(StorageFixture.Table());
            nint address = Marshal.UnsafeAddrOfPinnedArrayElement(store.Values, store.Base);
            Assert.Equal(0, address % 64);
            Assert.True(Unsafe.AreSame(ref store.Origin, ref store.Values[store.Base]));
            Assert.True(store.Values.Length - store.Base >= store.Table.Length);
        }
    }

    [Fact]
    public void AnUnknownNameTellsTheNearest()
    {
        var error = Assert.Throws<KeyNotFoundException>(() => _store["dense1.wieght"]);
        Assert.Equal("There is no tensor 'dense1.wieght'. Did you mean 'dense1.weight'?", error.Message);
        Assert.Throws<KeyNotFoundException>(() => new ParameterStore(new ParameterTable())["a"]);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(4)]
    public void AnIndexOutsideTheTableIsRefused(int index) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => _store[index]);

    [Fact]
    public void AnEmptyStoreSavesAndLoads()
    {
        var store = new ParameterStore(new ParameterTable());
        byte[] file = store.Saved();
        Assert.Equal(StorageFixture.Bytes("{}      "), file);
        store.Load(file);
    }
}
