using static StaticNet.Runtime.Tests.Storage.StorageFixture;

namespace StaticNet.Runtime.Tests.Storage;

public class MetadataTests
{
    [Fact]
    public void WhatAFileSaysOfItselfIsKept()
    {
        ParameterStore store = Counting(), target = new(Table());
        Assert.Empty(store.Metadata);
        store.Metadata["trained"] = "2026-11-25";
        store.Metadata["accuracy"] = "0.98 \"of all\"";
        byte[] file = store.Saved();
        target.Metadata["stale"] = "x";
        target.Load(file);
        Assert.Equal(store.Metadata.OrderBy(p => p.Key), target.Metadata.OrderBy(p => p.Key));
        Assert.Equal(file, target.Saved());
    }

    [Fact]
    public void ARefusedFileLeavesIt()
    {
        ParameterStore target = Counting();
        target.Metadata["trained"] = "yes";
        Assert.Throws<SafetensorsException>(() => target.Load(Bytes("""{"__metadata__":{"trained":"no"}}""")));
        Assert.Equal("yes", target.Metadata["trained"]);
    }

    [Fact]
    public void TheOrderOfEntriesIsFree()
    {
        ParameterStore a = Counting(), b = Counting();
        (a.Metadata["x"], a.Metadata["y"]) = ("1", "2");
        (b.Metadata["y"], b.Metadata["x"]) = ("2", "1");
        Assert.Equal(a.Saved(), b.Saved());
    }
}
