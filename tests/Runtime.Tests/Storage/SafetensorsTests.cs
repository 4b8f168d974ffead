using StaticNet.Oracle;
using static StaticNet.Runtime.Tests.Storage.StorageFixture;

namespace StaticNet.Runtime.Tests.Storage;

public class SafetensorsTests
{
    private const string TinyHeader =
        """{"dense1.weight":{"dtype":"F32","shape":[1,3],"data_offsets":[0,12]},"dense1.bias":{"dtype":"F32","shape":[1],"data_offsets":[12,16]}}""";

    // 134 bytes of header and 2 blanks; 1, 2, 3 and −0.5.
    private static readonly byte[] TinyFile =
    [
        0x88, 0, 0, 0, 0, 0, 0, 0,
        .. System.Text.Encoding.ASCII.GetBytes(TinyHeader), 0x20, 0x20,
        0x00, 0x00, 0x80, 0x3F, 0x00, 0x00, 0x00, 0x40, 0x00, 0x00, 0x40, 0x40, 0x00, 0x00, 0x00, 0xBF,
    ];

    private static ParameterStore Tiny() => new(new ParameterTable(
        Entry("dense1.weight", [1, 3], 0, 48, new TensorLayout([1, 16])),
        Entry("dense1.bias", [1], 48, 16, new TensorLayout([1]))));

    [Fact]
    public void AFileIsByteForByteTheFormat()
    {
        ParameterStore store = Tiny();
        store["dense1.weight"].CopyFrom([1, 2, 3]);
        store["dense1.bias"].CopyFrom([-0.5f]);
        Assert.Equal(TinyFile, store.Saved());
    }

    [Fact]
    public void AHandMadeFileIsRead()
    {
        ParameterStore store = Tiny();
        store.Load(TinyFile);
        Assert.Equal([1f, 2, 3], store["dense1.weight"].ToArray());
        Assert.Equal([-0.5f], store["dense1.bias"].ToArray());
    }

    [Fact]
    public void EveryLayoutComesBackAndPaddingIsLeftAlone()
    {
        ParameterStore source = Counting(padding: 5), target = new(Table());
        byte[] file = source.Saved();
        Assert.Equal(DataBytes, file.Length - 8 - BitConverter.ToInt32(file));

        target.Load(file);

        for (int i = 0; i < source.Table.Count; i++)
            Assert.Equal(source[i].ToArray(), target[i].ToArray());
        Assert.Equal(16 * 5 + 16 + 192 + 16 - DataBytes / 4, target.Values.AsSpan(target.Base, target.Table.Length).Count(0f));
        Assert.Equal(file, target.Saved());
    }

    [Fact]
    public void AFileIsLoadedByPath()
    {
        using var folder = new TemporaryFolder();
        ParameterStore source = Counting(), target = new(Table());
        source.Save(folder["a.safetensors"]);
        target.Load(folder["a.safetensors"]);
        Assert.Equal(source["conv1.weight"].ToArray(), target["conv1.weight"].ToArray());
    }

    [Fact]
    public void BytesMayLieAtAnyAlignment()
    {
        for (int shift = 1; shift < 8; shift++)
        {
            ParameterStore store = Tiny();
            byte[] moved = [.. new byte[shift], .. TinyFile];
            store.Load(moved.AsSpan(shift));
            Assert.Equal([1f, 2, 3], store["dense1.weight"].ToArray());
        }
    }

    [Fact]
    public void HeaderOrderBlanksMetadataAndEscapesAreFree()
    {
        ParameterStore store = Tiny();
        store.Load(Bytes(
            """
             { "__metadata__": {"format": "pt", "by": "hand"},
               "dense1.bias":          {"data_offsets": [12, 16], "shape": [1], "dtype": "F32"},
               "dense1.w\u0065ight":   {"shape": [1, 3], "dtype": "F32", "data_offsets": [0, 12]} }   
            """, 1, 2, 3, 4));
        Assert.Equal([1f, 2, 3], store["dense1.weight"].ToArray());
        Assert.Equal([4f], store["dense1.bias"].ToArray());
    }

    [Fact]
    public void ScalarsAndEmptyTensorsAreTensors()
    {
        var store = new ParameterStore(new ParameterTable(
            Entry("a.scale", [], 0, 16, new TensorLayout([])),
            Entry("a.none", [0, 3], 16, 0, new TensorLayout([3, 1]))));
        store["a.scale"].Fill(3);
        byte[] file = store.Saved();
        var target = new ParameterStore(store.Table);
        target.Load(file);
        Assert.Equal([3f], target["a.scale"].ToArray());
        Assert.Empty(target["a.none"].ToArray());
    }

    [Fact]
    public void ExtraTensorsOfAnyTypeAreSkippedWhereAllowed()
    {
        ParameterStore store = Tiny();
        byte[] file = Bytes(
            TinyHeader[..^1] + ""","batchnorm1.num_batches_tracked":{"dtype":"I64","shape":[],"data_offsets":[16,24]}}""", 1, 2, 3, 4, 5, 6);
        store.Load(file, new LoadOptions { AllowExtra = true });
        Assert.Equal([1f, 2, 3], store["dense1.weight"].ToArray());
        Assert.Equal([4f], store["dense1.bias"].ToArray());
    }

    [Fact]
    public void NonFiniteAndSubnormalValuesKeepTheirBits()
    {
        ParameterStore store = Tiny(), target = Tiny();
        store["dense1.weight"].CopyFrom([BitConverter.Int32BitsToSingle(0x7FC12345), float.NegativeInfinity, float.Epsilon]);
        byte[] file = store.Saved();
        target.Load(file);
        Assert.Equal(file, target.Saved());
    }

    [Fact]
    public void EmbeddedBytesNeedNoBuffer()
    {
        var table = new ParameterTable(Entry("dense1.weight", [512, 512], 0, 512 * 512, new TensorLayout([1, 512])));
        ParameterStore source = new(table), target = new(table);
        byte[] file = source.Saved();
        target.Load(file);
        Assert.InRange(Allocated.By(() => target.Load(file)), 0, 8 * 1024);
    }
}
