using StaticNet.Oracle;
using static StaticNet.Runtime.Tests.Storage.StorageFixture;

namespace StaticNet.Runtime.Tests.Storage;

public class StoreCopyTests
{
    private static ParameterStore Plain(int units = 3, string bias = "dense1.bias") => new(new ParameterTable(
        Entry("dense1.weight", [units, 5], 0, 16 * units, new TensorLayout([5, 1])),
        Entry(bias, [units], 16 * units, 16, new TensorLayout([1]))));

    private static ParameterStore Transposed() => new(new ParameterTable(
        Entry("dense1.weight", [3, 5], 0, 80, new TensorLayout([1, 16])),
        Entry("dense1.bias", [3], 80, 16, new TensorLayout([1]))));

    [Fact]
    public void OneLayoutIsCopiedWhole()
    {
        ParameterStore source = Counting(), target = new(source.Table);
        target.CopyFrom(source);
        Assert.Equal(source.Saved(), target.Saved());
        Assert.Equal(0, Allocated.By(() => target.CopyFrom(source)));
    }

    [Fact]
    public void AnotherLayoutIsConvertedAndPaddingIsLeftAlone()
    {
        ParameterStore source = Plain(), target = Transposed();
        for (int i = 0; i < 15; i++)
            source[0][i / 5, i % 5] = i + 1;
        source[1].CopyFrom([7, 8, 9]);
        target.CopyFrom(source);
        Assert.Equal(source[0].ToArray(), target[0].ToArray());
        Assert.Equal(source[1].ToArray(), target[1].ToArray());
        Assert.Equal(18, target.Values.Count(value => value != 0));
    }

    [Fact]
    public void ItselfIsNoChange()
    {
        ParameterStore store = Counting();
        byte[] before = store.Saved();
        store.CopyFrom(store);
        Assert.Equal(before, store.Saved());
    }

    [Fact]
    public void OthersAreRefusedAndNothingChanges()
    {
        Refused(Plain(units: 4), "its 'dense1.weight' is [4,5], not [3,5]");
        Refused(Plain(bias: "dense1.shift"), "it has no tensor 'dense1.bias' [3]");
        Refused(Counting(), "its 'conv1.weight' [20,2,3] has no place here");
        Assert.Throws<ArgumentNullException>(() => Plain().CopyFrom(null!));

        static void Refused(ParameterStore other, string message)
        {
            ParameterStore target = Transposed();
            target.Values.AsSpan().Fill(2);
            other.Values.AsSpan().Fill(5);
            Assert.Contains(message, Assert.Throws<ArgumentException>(() => target.CopyFrom(other)).Message);
            Assert.All(target.Values, value => Assert.Equal(2f, value));
        }
    }
}
