using CsCheck;
using static StaticNet.Runtime.Tests.Storage.StorageFixture;

namespace StaticNet.Runtime.Tests.Storage;

public class SafetensorsMutationTests
{
    private static readonly byte[] Valid = Counting().Saved();

    private static readonly int HeaderEnd = 8 + BitConverter.ToInt32(Valid);

    private static readonly Gen<byte> Value = Gen.OneOf(Gen.Byte, Gen.Char["{}[]\",:0123456789-.eE\\ "].Select(c => (byte)c));

    /// <summary>Whatever becomes of a file: it loads, or a SafetensorsException leaves every parameter as it was.</summary>
    private static void LoadsOrIsRefused(byte[] file, bool allowExtra)
    {
        var store = new ParameterStore(Table());
        store.Values.AsSpan().Fill(-1);
        float[] before = [.. store.Values];
        try
        {
            store.Load(file, new LoadOptions { AllowExtra = allowExtra });
        }
        catch (SafetensorsException)
        {
            Assert.Equal(before, store.Values);
        }
    }

    [Fact]
    public void AnyBytesOverwritten() => Gen.Select(
        Gen.Select(Gen.Int[0, HeaderEnd - 1], Value).Array[1, 4], Gen.Bool)
        .Sample((edits, allowExtra) =>
        {
            byte[] file = [.. Valid];
            foreach ((int at, byte value) in edits)
                file[at] = value;
            LoadsOrIsRefused(file, allowExtra);
        }, iter: 3000);

    [Fact]
    public void AnyBytesCutOutOrRepeated() => Gen.Select(Gen.Int[0, Valid.Length], Gen.Int[0, 64], Gen.Bool, Gen.Bool, Gen.Bool)
        .Sample((at, length, repeat, mendPrefix, allowExtra) =>
        {
            int end = Math.Min(at + length, Valid.Length);
            byte[] file = repeat
                ? [.. Valid[..end], .. Valid[at..end], .. Valid[end..]]
                : [.. Valid[..at], .. Valid[end..]];
            int inHeader = Math.Max(0, Math.Min(end, HeaderEnd) - at);
            if (mendPrefix && at >= 8)
                BitConverter.TryWriteBytes(file, (long)Math.Max(0, HeaderEnd - 8 + (repeat ? inHeader : -inHeader)));
            LoadsOrIsRefused(file, allowExtra);
        }, iter: 3000);

    [Fact]
    public void AnyTruncation() => Gen.Int[0, Valid.Length - 1].Sample(length =>
    {
        var store = new ParameterStore(Table());
        Assert.Throws<SafetensorsException>(() => store.Load(Valid.AsSpan(0, length)));
        Assert.DoesNotContain(store.Values, value => value != 0);
    });

    [Fact]
    public void AnyBytes() => Gen.Byte.Array[0, 200].Sample(bytes => LoadsOrIsRefused(bytes, allowExtra: true));
}
