using System.Buffers.Binary;
using System.Text;
using static StaticNet.Runtime.Tests.Storage.StorageFixture;

namespace StaticNet.Runtime.Tests.Storage;

/// <summary>Files of other floats than float32: converted on load, written on request.</summary>
public class ElementTypeTests
{
    private static readonly double[] Values = [1, -2.5, 1 / 3.0, 1e-7, 65504, double.PositiveInfinity, double.NaN, -0.0];

    private static ParameterStore Store() => new(new ParameterTable(Entry("a.weight", [2, 4], 0, 64, new TensorLayout([1, 16]))));

    private static byte[] File(string type, int bytes, Action<byte[], int, double> write)
    {
        byte[] header = Encoding.ASCII.GetBytes($$$"""{"a.weight":{"dtype":"{{{type}}}","shape":[2,4],"data_offsets":[0,{{{8 * bytes}}}]}}""");
        var file = new byte[8 + header.Length + 8 * bytes];
        BinaryPrimitives.WriteUInt64LittleEndian(file, (ulong)header.Length);
        header.CopyTo(file, 8);
        for (int i = 0; i < Values.Length; i++)
            write(file, 8 + header.Length + i * bytes, Values[i]);
        return file;
    }

    [Fact]
    public void HalvesBrainFloatsAndDoublesAreConverted()
    {
        (byte[] File, Func<double, float> Expected)[] cases =
        [
            (File("F16", 2, (f, at, v) => BinaryPrimitives.WriteHalfLittleEndian(f.AsSpan(at), (Half)v)), v => (float)(Half)v),
            (File("BF16", 2, (f, at, v) => BinaryPrimitives.WriteUInt16LittleEndian(f.AsSpan(at), (ushort)(BitConverter.SingleToUInt32Bits((float)v) >> 16))),
                v => BitConverter.UInt32BitsToSingle(BitConverter.SingleToUInt32Bits((float)v) & 0xFFFF0000)),
            (File("F64", 8, (f, at, v) => BinaryPrimitives.WriteDoubleLittleEndian(f.AsSpan(at), v)), v => (float)v),
        ];
        foreach (var (file, expected) in cases)
        {
            ParameterStore store = Store();
            store.Load(file);
            Assert.Equal(Values.Select(expected), store[0].ToArray());
        }
    }

    [Fact]
    public void ADoubleBeyondFloatIsRefusedAndNothingChanges()
    {
        byte[] file = File("F64", 8, (f, at, v) => BinaryPrimitives.WriteDoubleLittleEndian(f.AsSpan(at), v == 65504 ? 1e39 : v));
        ParameterStore store = Store();
        store[0].Fill(3);
        var error = Assert.Throws<SafetensorsException>(() => store.Load(file));
        Assert.Contains("element 4 of 'a.weight' is beyond the range of float32", error.Message);
        Assert.All(store[0].ToArray(), value => Assert.Equal(3f, value));
    }

    [Fact]
    public void TheBytesAreThoseOfTheType()
    {
        byte[] file = File("F16", 2, (f, at, v) => BinaryPrimitives.WriteHalfLittleEndian(f.AsSpan(at), (Half)v));
        byte[] text = Encoding.ASCII.GetBytes(Encoding.ASCII.GetString(file).Replace("F16", "F64"));
        Assert.Throws<SafetensorsException>(() => Store().Load(text));
        Assert.Contains("takes 64 bytes", Assert.Throws<SafetensorsException>(
            () => Store().Load(Bytes("""{"a.weight":{"dtype":"F64","shape":[2,4],"data_offsets":[0,16]}}""", 1, 2, 3, 4))).Message);
    }

    [Theory]
    [InlineData(SavedFloat.Float16, "F16")]
    [InlineData(SavedFloat.BFloat16, "BF16")]
    public void HalfTheBytesAreSavedOnRequest(SavedFloat element, string type)
    {
        ParameterStore store = Counting(), target = new(Table());
        var stream = new MemoryStream();
        store.Save(stream, new SaveOptions { Element = element });
        byte[] file = stream.ToArray();
        Assert.Equal(DataBytes / 2, file.Length - 8 - BitConverter.ToInt32(file));
        Assert.Contains($"\"{type}\"", Encoding.UTF8.GetString(file));
        target.Load(file);
        for (int i = 0; i < store.Table.Count; i++)
            Assert.Equal(store[i].ToArray(), target[i].ToArray());
    }

    [Theory]
    [InlineData(SavedFloat.Float16, 1 + 1 / 2048.0, 1)]
    [InlineData(SavedFloat.Float16, 1 + 3 / 2048.0, 1 + 2 / 1024.0)]
    [InlineData(SavedFloat.BFloat16, 1 + 1 / 256.0, 1)]
    [InlineData(SavedFloat.BFloat16, 1 + 3 / 256.0, 1 + 2 / 128.0)]
    [InlineData(SavedFloat.BFloat16, 1e38, 9.97e37)]
    public void HalvesAreRoundedToTheNearestEven(SavedFloat element, double value, double expected)
    {
        ParameterStore store = Store();
        store[0].Fill((float)value);
        Assert.Equal(expected, Saved(store, element)[0], expected * 1e-3 * (expected > 2 ? 1 : 0));
    }

    [Fact]
    public void NotANumberStaysOne()
    {
        ParameterStore store = Store();
        store[0].Fill(BitConverter.UInt32BitsToSingle(0x7F800001));
        foreach (SavedFloat element in Enum.GetValues<SavedFloat>())
            Assert.All(Saved(store, element), value => Assert.True(float.IsNaN(value)));
        store[0].Fill(float.NegativeInfinity);
        foreach (SavedFloat element in Enum.GetValues<SavedFloat>())
            Assert.All(Saved(store, element), value => Assert.Equal(float.NegativeInfinity, value));
    }

    [Theory]
    [InlineData(SavedFloat.Float16, 65520)]
    [InlineData(SavedFloat.BFloat16, float.MaxValue)]
    public void AValueThatDoesNotFitIsRefusedAndNothingWritten(SavedFloat element, float value)
    {
        using var folder = new TemporaryFolder();
        ParameterStore store = Store();
        store[0][1, 2] = value;
        var error = Assert.Throws<SafetensorsException>(() => store.Save(folder["a.safetensors"], new SaveOptions { Element = element }));
        Assert.Contains($"Element 6 of 'a.weight' is", error.Message);
        Assert.Empty(folder.Names);
        var stream = new MemoryStream();
        Assert.Throws<SafetensorsException>(() => store.Save(stream, new SaveOptions { Element = element }));
        Assert.Equal(0, stream.Length);
    }

    [Fact]
    public void AnUnknownTypeIsRefused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Store().Save(new MemoryStream(), new SaveOptions { Element = (SavedFloat)9 }));

    private static float[] Saved(ParameterStore store, SavedFloat element)
    {
        var stream = new MemoryStream();
        store.Save(stream, new SaveOptions { Element = element });
        ParameterStore target = Store();
        target.Load(stream.ToArray());
        return target[0].ToArray();
    }
}
