using static StaticNet.Runtime.Tests.Storage.StorageFixture;

namespace StaticNet.Runtime.Tests.Storage;

public class SafetensorsErrorTests
{
    private static readonly string Weight = Json("'dense1.weight':{'dtype':'F32','shape':[2,2],'data_offsets':[0,16]}");
    private static readonly string Bias = Json("'dense1.bias':{'dtype':'F32','shape':[2],'data_offsets':[16,24]}");

    private static string Json(string text) => text.Replace('\'', '"');

    private static readonly float[] Data = [1, 2, 3, 4, 5, 6];

    private static ParameterStore Store()
    {
        var store = new ParameterStore(new ParameterTable(
            Entry("dense1.weight", [2, 2], 0, 32, new TensorLayout([1, 16])),
            Entry("dense1.bias", [2], 32, 16, new TensorLayout([1]))));
        store.Values.AsSpan().Fill(7);
        return store;
    }

    private static void Refused(byte[] file, string message, LoadOptions? options = null)
    {
        ParameterStore store = Store();
        float[] before = [.. store.Values];
        var error = Assert.Throws<SafetensorsException>(() => store.Load(file, options));
        Assert.Contains(message, error.Message);
        Assert.StartsWith("The safetensors bytes: ", error.Message);
        Assert.Equal(before, store.Values);
    }

    private static void Refused(string header, string message, LoadOptions? options = null) => Refused(Bytes(header, Data), message, options);

    [Fact]
    public void TheFileBehindTheseCasesIsGood() => Store().Load(Bytes($"{{{Weight},{Bias}}}", Data));

    [Fact]
    public void Empty() => Refused([], "empty. Expected a safetensors file");

    [Fact]
    public void ShorterThanItsPrefix() => Refused([1, 0, 0], "but only 3 came");

    [Theory]
    [InlineData(new byte[] { 9, 0, 0, 0, 0, 0, 0, 0, 0x7B, 0x7D }, "should be 9 bytes long, but only 2 follow")]
    [InlineData(new byte[] { 255, 255, 255, 255, 255, 255, 255, 255, 0x7B, 0x7D }, "should be 18446744073709551615 bytes long")]
    public void HeaderLongerThanTheFile(byte[] file, string message) => Refused(file, message);

    [Fact]
    public void EveryTruncation()
    {
        byte[] file = Bytes($"{{{Weight},{Bias}}}", Data);
        for (int length = 0; length < file.Length; length++)
            Refused(file[..length], "");
    }

    [Theory]
    [InlineData("", "not JSON")]
    [InlineData("hello", "not JSON")]
    [InlineData("{} {}", "not JSON")]
    [InlineData("""{"\ud800":{}}""", "not JSON")]
    [InlineData("[]", "the header needs an object")]
    [InlineData("""{"a":1}""", "'a' needs an object")]
    [InlineData("""{"__metadata__":{"a":1}}""", "'__metadata__' needs strings alone")]
    [InlineData("""{"__metadata__":{},"__metadata__":{}}""", "has two '__metadata__'")]
    [InlineData("""{"__metadata__":{"a":"1","a":"2"}}""", "'__metadata__' has 'a' twice")]
    [InlineData("""{"a":{"dtype":"F32","shape":[]}}""", "'a' lacks 'data_offsets'")]
    [InlineData("""{"a":{"dtype":"F32","data_offsets":[0,24]}}""", "'a' lacks 'shape'")]
    [InlineData("""{"a":{"shape":[6],"data_offsets":[0,24]}}""", "'a' lacks 'dtype'")]
    [InlineData("""{"a":{"dtype":"F32","dtype":"F32"}}""", "has 'dtype' twice")]
    [InlineData("""{"a":{"dtype":32}}""", "a string for dtype")]
    [InlineData("""{"a":{"shape":[-1]}}""", "an extent in its shape")]
    [InlineData("""{"a":{"shape":[1.5]}}""", "an extent in its shape")]
    [InlineData("""{"a":{"shape":[99999999999]}}""", "an extent in its shape")]
    [InlineData("""{"a":{"data_offsets":[0]}}""", "two numbers for data_offsets")]
    [InlineData("""{"a":{"data_offsets":[0,1,2]}}""", "two data_offsets")]
    [InlineData("""{"a":{"data_offsets":[-4,0]}}""", "is not a whole number from 0")]
    [InlineData("""{"a":{"data_offsets":[0,99999999999999999999]}}""", "is not a whole number from 0")]
    public void MalformedHeader(string header, string message) => Refused(header, message);

    [Fact]
    public void TextThatIsNotUtf8()
    {
        byte[] file = Bytes("""{"?":{"dtype":"F32","shape":[6],"data_offsets":[0,24]}}""", Data);
        file[10] = 0xFF;
        Refused(file, "not JSON");
    }

    [Theory]
    [InlineData("[0,28]", "[0,28] of 'dense1.weight' lie outside the data, of which the file has 24 bytes")]
    [InlineData("[16,0]", "[16,0] of 'dense1.weight' end before they begin")]
    [InlineData("[0,20]", "[16,24] of 'dense1.bias' overlap another tensor, which ends at 20")]
    [InlineData("[16,24]", "leave a gap: bytes 0 to 16 belong to no tensor")]
    [InlineData("[0,24]", "[16,24] of 'dense1.bias' overlap another tensor, which ends at 24")]
    [InlineData("[4,16]", "leave a gap: bytes 0 to 4 belong to no tensor")]
    [InlineData("[0,12]", "leave a gap: bytes 12 to 16 belong to no tensor")]
    public void BadOffsets(string offsets, string message) => Refused($"{{{Weight.Replace("[0,16]", offsets)},{Bias}}}", message);

    [Fact]
    public void DataAfterTheLastTensor() =>
        Refused(Bytes($"{{{Weight},{Bias}}}", [.. Data, 7]), "the last tensor ends at byte 24 of the data, but the file has 28");

    [Fact]
    public void WrongType() => Refused(
        $"{{{Weight.Replace("F32", "I32")},{Bias}}}", "'dense1.weight' should be F32, F16, BF16 or F64, but is 'I32'. Convert it");

    [Theory]
    [InlineData("[4]")]
    [InlineData("[2,2,1]")]
    [InlineData("[4,1]")]
    [InlineData("[]")]
    public void WrongShape(string shape) => Refused($"{{{Weight.Replace("[2,2]", shape)},{Bias}}}", $"'dense1.weight' should be [2,2], but is {shape}.");

    [Fact]
    public void SizeThatIsNotTheShapes() => Refused(
        """{"dense1.weight":{"dtype":"F32","shape":[2,2],"data_offsets":[0,20]},"dense1.bias":{"dtype":"F32","shape":[2],"data_offsets":[20,24]}}""",
        "'dense1.weight' [2,2] takes 16 bytes, but its data offsets [0,20] span 20");

    [Fact]
    public void Misnamed() => Refused(
        $"{{{Weight.Replace("weight", "wieght")},{Bias}}}", "'dense1.weight' [2,2] is missing. The nearest name in it is 'dense1.wieght': rename that tensor, say so with new LoadOptions { Names = … }, or");

    [Fact]
    public void Missing() => Refused(Bytes($"{{{Weight}}}", 1, 2, 3, 4), "'dense1.bias' [2] is missing. Load a file that this network saved.");

    [Fact]
    public void MissingCountsWhereExtraIsAllowed() => Refused(
        $"{{{Weight},{Bias.Replace("bias", "shift")}}}", "'dense1.bias' [2] is missing", new LoadOptions { AllowExtra = true });

    [Fact]
    public void Extra() => Refused(
        Bytes($"{{{Weight},{Bias},{Json("'dense1.bais':{'dtype':'F32','shape':[1],'data_offsets':[24,28]}}")}", [.. Data, 7]),
        "'dense1.bais' is not a tensor of the network, whose nearest name is 'dense1.bias'. Skip such tensors with new LoadOptions { AllowExtra = true }.");

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void DuplicateName(bool allowExtra) => Refused(
        $"{{{Weight},{Bias.Replace("bias", "weight")}}}", "'dense1.weight' occurs twice",
        new LoadOptions { AllowExtra = allowExtra });

    [Fact]
    public void AFileThatIsNotThere()
    {
        using var folder = new TemporaryFolder();
        var error = Assert.Throws<SafetensorsException>(() => Store().Load(folder["none.safetensors"]));
        Assert.StartsWith($"Cannot read '{folder["none.safetensors"]}'", error.Message);
        Assert.IsType<FileNotFoundException>(error.InnerException);
        Assert.Equal(
            $"Cannot read '{folder["."]}': it is a folder. Give the path of a safetensors file.",
            Assert.Throws<SafetensorsException>(() => Store().Load(folder["."])).Message);
    }

    [Fact]
    public void ABadFileIsNamed()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(folder["empty.safetensors"], []);
        var error = Assert.Throws<SafetensorsException>(() => Store().Load(folder["empty.safetensors"]));
        Assert.StartsWith($"'{folder["empty.safetensors"]}': empty.", error.Message);
    }
}
