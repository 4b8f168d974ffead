using StaticNet.Storage;
using static StaticNet.Runtime.Tests.Storage.StorageFixture;

namespace StaticNet.Runtime.Tests.Storage;

public class AtomicFileTests
{
    [Fact]
    public void AnExistingFileIsReplacedWhole()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(folder["a.safetensors"], new byte[10_000]);
        Counting().Save(folder["a.safetensors"]);
        Assert.Equal(Counting().Saved(), File.ReadAllBytes(folder["a.safetensors"]));
        Assert.Equal(["a.safetensors"], folder.Names);
    }

    [Fact]
    public void AFailureWhileWritingLeavesTheOldFileAndNoTemporary()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["a.safetensors"], "old");

        var error = Assert.Throws<SafetensorsException>(() => AtomicFile.Write(folder["a.safetensors"], stream =>
        {
            stream.Write(new byte[100_000]);
            throw new IOException("No space left on device.");
        }));
        Assert.Contains("No space left on device. Give a path in a folder that you may write to, on a disk with room.", error.Message);
        Assert.Throws<InvalidOperationException>(() => AtomicFile.Write(folder["a.safetensors"], _ => throw new InvalidOperationException()));

        Assert.Equal("old", File.ReadAllText(folder["a.safetensors"]));
        Assert.Equal(["a.safetensors"], folder.Names);
    }

    [Fact]
    public void WhatAKilledProcessLeftGoesWithTheNextWrite()
    {
        using var folder = new TemporaryFolder();
        string[] others = [".a.safetensors.young.tmp", ".b.safetensors.old.tmp", "a.safetensors.tmp"];
        foreach (string name in (string[])[".a.safetensors.old.tmp", .. others])
        {
            File.WriteAllText(folder[name], "half");
            if (!name.Contains("young"))
                File.SetLastWriteTimeUtc(folder[name], DateTime.UtcNow.AddHours(-1));
        }

        Counting().Save(folder["a.safetensors"]);
        Assert.Equal(((string[])["a.safetensors", .. others]).Order(), folder.Names.Order());
    }

    [Fact]
    public void WhatAnotherWritesStays()
    {
        using var folder = new TemporaryFolder();
        AtomicFile.Write(folder["a.safetensors"], stream =>
        {
            stream.WriteByte(1);
            stream.Flush();
            string temporary = folder[folder.Names.Single()];
            File.SetLastWriteTimeUtc(temporary, DateTime.UtcNow.AddHours(-1));
            AtomicFile.Write(folder["a.safetensors"], second => second.WriteByte(2));
            Assert.Equal([2], File.ReadAllBytes(folder["a.safetensors"]));
            Assert.True(File.Exists(temporary));
        });
        Assert.Equal([1], File.ReadAllBytes(folder["a.safetensors"]));
        Assert.Equal(["a.safetensors"], folder.Names);
    }

    [Fact]
    public void ANameMayBeAsLongAsFilesHaveIt()
    {
        using var folder = new TemporaryFolder();
        string name = new('ü', 120);
        AtomicFile.Write(folder[name], stream => stream.WriteByte(1));
        Assert.Equal([name], folder.Names);
    }

    [Fact]
    public void APathBelowAFileIsRefused()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["file"], "old");
        foreach (string path in new[] { folder["file/a.safetensors"], folder["file/deeper/a.safetensors"] })
        {
            ParameterStore store = Counting();
            float[] before = [.. store.Values];
            var error = Assert.Throws<SafetensorsException>(() => store.Save(path));
            Assert.Equal($"Cannot save to '{path}': '{folder["file"]}' is a file, not a folder. Give a path in a folder that you may write to.", error.Message);
            Assert.Equal(before, store.Values);
        }
        Assert.Equal("old", File.ReadAllText(folder["file"]));
        Assert.Equal(["file"], folder.Names);
    }

    [Fact]
    public void AMissingFolderIsRefused()
    {
        using var folder = new TemporaryFolder();
        var error = Assert.Throws<SafetensorsException>(() => Counting().Save(folder["none/a.safetensors"]));
        Assert.Contains($"the folder '{folder["none"]}' does not exist. Create it first.", error.Message);
        Assert.Empty(folder.Names);
    }

    [Fact]
    public void AFolderIsRefusedAndKept()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder["a.safetensors"]);
        var error = Assert.Throws<SafetensorsException>(() => Counting().Save(folder["a.safetensors"]));
        Assert.Contains("it is a folder. Add a file name.", error.Message);
        Assert.Equal(["a.safetensors"], folder.Names);
    }

    [Fact]
    public void AnEmptyPathIsRefused()
    {
        Assert.Throws<ArgumentException>(() => Counting().Save(""));
        Assert.Throws<ArgumentException>(() => Counting().Load(""));
    }
}
