using CsCheck;

namespace StaticNet.Runtime.Tests.Storage;

public class LayoutTests
{
    private const float Padding = -7;

    [Fact]
    public void ATransposedWeightLiesByInputThenUnit()
    {
        ParameterStore store = StorageFixture.Counting();
        // [unit 1, input 2] is the logical element 1·5 + 2, stored at 2·16 + 1.
        Assert.Equal(8, store["dense1.weight"][1, 2]);
        Assert.Equal(8, store.Values[store.Base + 2 * 16 + 1]);
    }

    [Fact]
    public void APanelHoldsSixteenOutputs()
    {
        ParameterStore store = StorageFixture.Counting();
        // [17,1,2]: the second panel (17 / 16), stored at 96 + 1·48 + 2·16 + 1.
        float value = 1 + 15 + 3 + (17 * 2 + 1) * 3 + 2;
        Assert.Equal(value, store["conv1.weight"][17, 1, 2]);
        Assert.Equal(value, store.Values[store.Base + 96 + 96 + 48 + 32 + 1]);
    }

    /// <summary>Any order of axes, any padding, any axis in blocks: each element at its formula's offset, padding untouched.</summary>
    [Fact]
    public void EveryLayoutKeepsLogicalOrder() => Cases.Sample(c =>
    {
        var memory = new float[3 + c.Length];
        memory.AsSpan().Fill(Padding);
        var view = new ParameterView(memory, 3, StorageFixture.Entry("x.weight", c.Shape, 0, c.Length, c.Layout));
        float[] values = [.. Enumerable.Range(1, view.Count).Select(i => (float)i)];

        view.CopyFrom(values);

        var expected = new float[memory.Length];
        expected.AsSpan().Fill(Padding);
        for (int i = 0; i < values.Length; i++)
            expected[3 + c.Offset(i)] = values[i];
        Assert.Equal(expected, memory);
        Assert.Equal(values, view.ToArray());

        view.Fill(Padding);
        Assert.All(memory, value => Assert.Equal(Padding, value));
    });

    private sealed record Case(int[] Shape, int[] Order, int Pad, int BlockedAxis, int Block)
    {
        private (int[] Strides, int BlockStride, int Length) Storage
        {
            get
            {
                var strides = new int[Shape.Length];
                int length = 1;
                foreach (int axis in Order)
                {
                    strides[axis] = length;
                    length = length * (axis == BlockedAxis ? Block : Shape[axis]) + Pad;
                }
                return BlockedAxis < 0
                    ? (strides, 0, length)
                    : (strides, length, length * ((Shape[BlockedAxis] + Block - 1) / Block));
            }
        }

        public int Length => Storage.Length;

        public TensorLayout Layout => new(Storage.Strides, BlockedAxis, Block, Storage.BlockStride);

        public int Offset(int logical)
        {
            int offset = 0;
            for (int axis = Shape.Length - 1; axis >= 0; axis--)
            {
                int i = logical % Shape[axis];
                logical /= Shape[axis];
                offset += axis == BlockedAxis
                    ? i / Block * Storage.BlockStride + i % Block * Storage.Strides[axis]
                    : i * Storage.Strides[axis];
            }
            return offset;
        }
    }

    private static Gen<Case> Cases =>
        from shape in Gen.Int[1, 5].Array[0, 6]
        from order in Gen.Shuffle(Enumerable.Range(0, shape.Length).ToArray())
        from rowMajor in Gen.Bool
        from pad in Gen.OneOf(Gen.Const(0), Gen.Int[0, 3])
        from axis in Gen.Int[-1, shape.Length - 1]
        from block in Gen.Int[1, 4]
        select new Case(shape, rowMajor ? [.. Enumerable.Range(0, shape.Length).Reverse()] : order, pad, axis, block);
}
