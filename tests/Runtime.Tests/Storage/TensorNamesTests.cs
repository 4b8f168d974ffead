using static StaticNet.Runtime.Tests.Storage.StorageFixture;

namespace StaticNet.Runtime.Tests.Storage;

/// <summary>Files that call tensors otherwise.</summary>
public class TensorNamesTests
{
    private const string Foreign =
        """{"fc.0.weight":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},"fc.0.b":{"dtype":"F32","shape":[1],"data_offsets":[8,12]},"head.weight":{"dtype":"F32","shape":[1],"data_offsets":[12,16]}}""";

    private static readonly byte[] File = Bytes(Foreign, 1, 2, 3, 4);

    private static ParameterStore Store() => new(new ParameterTable(
        Entry("block1.dense1.weight", [2], 0, 16, new TensorLayout([1])),
        Entry("block1.dense1.bias", [1], 16, 16, new TensorLayout([1])),
        Entry("dense2.weight", [1], 32, 16, new TensorLayout([1]))));

    [Fact]
    public void TensorsAndLayersAreMapped()
    {
        ParameterStore store = Store();
        store.Load(File, new LoadOptions
        {
            Names = new Dictionary<string, string> { ["block1.dense1"] = "fc.0", ["block1.dense1.bias"] = "fc.0.b", ["dense2"] = "head" },
        });
        Assert.Equal([1f, 2], store[0].ToArray());
        Assert.Equal([3f], store[1].ToArray());
        Assert.Equal([4f], store[2].ToArray());
    }

    [Fact]
    public void AFunctionMapsWhatTheTableLeaves()
    {
        ParameterStore store = Store();
        store.Load(File, new LoadOptions
        {
            Names = new Dictionary<string, string> { ["block1.dense1.bias"] = "fc.0.b" },
            Rename = name => name.Replace("block1.dense1", "fc.0").Replace("dense2", "head"),
        });
        Assert.Equal([1f, 2], store[0].ToArray());
        Assert.Equal([4f], store[2].ToArray());
    }

    [Fact]
    public void SeveralMayReadOne()
    {
        ParameterStore store = Store();
        store.Load(File, new LoadOptions
        {
            AllowExtra = true,
            Names = new Dictionary<string, string> { ["block1.dense1.weight"] = "fc.0.weight", ["block1.dense1.bias"] = "head.weight", ["dense2"] = "head" },
        });
        Assert.Equal([4f], store[1].ToArray());
        Assert.Equal([4f], store[2].ToArray());
    }

    [Fact]
    public void ANameThatIsNotInTheFileIsToldWithTheNearest() => Refused<SafetensorsException>(
        new LoadOptions { Names = new Dictionary<string, string> { ["block1.dense1"] = "fc.0", ["block1.dense1.bias"] = "fc.0.bais", ["dense2"] = "head" } },
        "the tensor 'block1.dense1.bias' [1], which LoadOptions call 'fc.0.bais', is missing. The nearest name in it is 'fc.0.b': correct the options");

    [Fact]
    public void AKeyThatTheNetworkLacksIsToldWithTheNearest()
    {
        Refused<ArgumentException>(
            new LoadOptions { Names = new Dictionary<string, string> { ["block1.dens1"] = "fc.0" } },
            "LoadOptions.Names has 'block1.dens1', which is neither a tensor nor a layer of the network: its keys are this network's names, the nearest is 'block1.dense1'.");
        Refused<ArgumentException>(new LoadOptions { Names = new Dictionary<string, string> { ["block"] = "fc.0" } }, "LoadOptions.Names has 'block'");
    }

    [Fact]
    public void AFunctionGivesNames() => Refused<ArgumentException>(new LoadOptions { Rename = _ => null! }, "LoadOptions.Rename gave null for 'block1.dense1.weight'");

    [Fact]
    public void WhatTheMapLeavesIsExtra() => Refused<SafetensorsException>(
        new LoadOptions { Rename = name => name.StartsWith('d') ? "head.weight" : "fc.0." + (name.EndsWith('t') ? "weight" : "weight") }, "should be [1], but is [2]");

    private static void Refused<TException>(LoadOptions options, string message)
        where TException : Exception
    {
        ParameterStore store = Store();
        store.Values.AsSpan().Fill(7);
        Assert.Contains(message, Assert.Throws<TException>(() => store.Load(File, options)).Message);
        Assert.All(store.Values, value => Assert.Equal(7f, value));
    }
}
