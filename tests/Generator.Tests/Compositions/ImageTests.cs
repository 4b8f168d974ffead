using StaticNet.Generator.Ir;
using StaticNet.Generator.Ops;

namespace StaticNet.Generator.Tests.Compositions;

/// <summary>How layers over images are composed of ops, each against its definition. Images are <c>[n,C,H,W]</c>.</summary>
public class ImageTests
{
    private readonly GraphBuilder _net = new();

    [Fact]
    public void Nearest_upsampling_is_a_repetition()
    {
        Value x = Image(2, 3, 4);
        Value repeated = _net.BroadcastTo(_net.Reshape(x, new(Dim.N, 2, 3, 1, 4, 1)), new(Dim.N, 2, 3, 2, 4, 3));
        Check(x, _net.Reshape(repeated, new(Dim.N, 2, 6, 12)), a => Tensor.Of([2, 2, 6, 12], i => a[i[0], i[1], i[2] / 2, i[3] / 3]));
    }

    // y = R_H·x·R_Wᵀ, where row i of R has the two weights of the place (i + ½)/scale − ½, clamped at the borders
    [Fact]
    public void Bilinear_upsampling_is_a_product_along_each_axis()
    {
        Value x = Image(2, 3, 4);
        Value columns = _net.MatMul(x, _net.Constant(Interpolation(4, 12), new(12, 4)), transposeB: true);
        Value y = _net.MatMul(_net.Constant(Interpolation(3, 6), new(6, 3)), columns);
        Check(x, y, a => Tensor.Of([2, 2, 6, 12], i =>
        {
            var (top, bottom, down) = Neighbours(i[2], 3, 6);
            var (left, right, across) = Neighbours(i[3], 4, 12);
            double Row(int row) => a[i[0], i[1], row, left] * (1 - across) + a[i[0], i[1], row, right] * across;
            return Row(top) * (1 - down) + Row(bottom) * down;
        }));
    }

    [Fact]
    public void A_pixel_shuffle_is_a_permutation_between_reshapes()
    {
        Value x = Image(8, 3, 5);
        Value parts = _net.Permute(_net.Reshape(x, new(Dim.N, 2, 2, 2, 3, 5)), 0, 1, 4, 2, 5, 3);
        Check(x, _net.Reshape(parts, new(Dim.N, 2, 6, 10)), a => Tensor.Of([2, 2, 6, 10], i => a[i[0], i[1] * 4 + i[2] % 2 * 2 + i[3] % 2, i[2] / 2, i[3] / 2]));
    }

    [Fact]
    public void Zeros_around_an_image()
    {
        Value x = Image(2, 3, 4);
        Check(x, _net.Pad(_net.Pad(x, 2, 1, 2), 3, 0, 3), a => Tensor.Of([2, 2, 6, 7], i =>
            i[2] is >= 1 and < 4 && i[3] < 4 ? a[i[0], i[1], i[2] - 1, i[3]] : 0));
    }

    [Fact]
    public void A_reflection_reads_backwards()
    {
        Value x = Image(2, 4, 5);
        Check(x, Reflected(Reflected(x, 2, 2, 3), 3, 1, 0), a => Tensor.Of([2, 2, 9, 6], i => a[i[0], i[1], Mirror(i[2] - 2, 4), Mirror(i[3] - 1, 5)]));

        Value Reflected(Value v, int axis, int before, int after)
        {
            int size = v.Shape[axis].Size;
            List<Value> parts = [v];
            if (before > 0)
                parts.Insert(0, _net.Slice(v, axis, before, before, -1));
            if (after > 0)
                parts.Add(_net.Slice(v, axis, size - 2, after, -1));
            return _net.Concat(axis, parts);
        }

        static int Mirror(int i, int size) => i < 0 ? -i : i >= size ? 2 * (size - 1) - i : i;
    }

    [Fact]
    public void A_replication_repeats_the_border()
    {
        Value x = Image(2, 4, 5);
        Check(x, Replicated(Replicated(x, 2, 2, 1), 3, 3, 2), a => Tensor.Of([2, 2, 7, 10], i =>
            a[i[0], i[1], Math.Clamp(i[2] - 2, 0, 3), Math.Clamp(i[3] - 3, 0, 4)]));

        Value Replicated(Value v, int axis, int before, int after)
        {
            Value first = _net.BroadcastTo(_net.Slice(v, axis, 0, 1), v.Shape.With(axis, before));
            Value last = _net.BroadcastTo(_net.Slice(v, axis, v.Shape[axis].Size - 1, 1), v.Shape.With(axis, after));
            return _net.Concat(axis, first, v, last);
        }
    }

    // Same: as many places as ⌈extent/stride⌉, with what is odd of the padding behind. Causal: all of the padding in front.
    [Theory]
    [InlineData(7, 4, 1, 1, 1, 2)]
    [InlineData(7, 3, 2, 1, 1, 1)]
    [InlineData(8, 3, 2, 1, 0, 1)]
    [InlineData(8, 3, 1, 2, 4, 0)]
    public void Padding_of_a_convolution_is_its_own(int extent, int size, int stride, int dilation, int before, int after)
    {
        Value x = _net.Add(new Input("x", new(Dim.N, 2, extent))), w = _net.Add(new Parameter("w", new(3, 2, size)));
        Value y = _net.Conv(x, w, [new(stride, before, after, dilation)]);
        Value written = _net.Conv(_net.Pad(x, 2, before, after), w, [new(stride, 0, 0, dilation)]);
        Tensor[] numbers = Evaluated.Of(_net, 2, y, written);
        Assert.Equal((extent + stride - 1) / stride, y.Shape[2].Size);
        numbers[0].AssertEqual(numbers[1]);
    }

    [Fact]
    public void A_depthwise_convolution_has_a_group_for_each_channel()
    {
        Value x = Image(3, 4, 5), w = _net.Add(new Parameter("w", new(6, 1, 2, 3)));
        Tensor[] numbers = Evaluated.Of(_net, 2, x, w, _net.Conv(x, w, WindowAxes.Same(2, new(1)), groups: 3));
        Tensor.Of([2, 6, 3, 3], i => Sum(2, 3, (p, q) => numbers[0][i[0], i[1] / 2, i[2] + p, i[3] + q] * numbers[1][i[1], 0, p, q])).AssertEqual(numbers[2]);
    }

    // Output i of O reads elements ⌊i·H/O⌋ to ⌈(i + 1)·H/O⌉ − 1: windows of one size where O divides H, else a product with their weights.
    [Theory]
    [InlineData(6, 3)]
    [InlineData(7, 3)]
    [InlineData(3, 5)]
    [InlineData(5, 1)]
    public void An_adaptive_mean(int extent, int places)
    {
        Value x = Image(2, extent, 4);
        int size = extent / places;
        Value y = extent % places == 0
            ? _net.AveragePool(x, [size, 1], [new(size), new(1)])
            : _net.MatMul(_net.Constant(Enumerable.Range(0, places * extent).Select(k => Weight(k / extent, k % extent)), new(places, extent)), x);
        Check(x, y, a => Tensor.Of([2, 2, places, 4], i => Sum(extent, 1, (h, _) => Weight(i[2], h) * a[i[0], i[1], h, i[3]])));

        double Weight(int place, int h)
        {
            int start = place * extent / places, end = ((place + 1) * extent + places - 1) / places;
            return h >= start && h < end ? 1.0 / (end - start) : 0;
        }
    }

    [Fact]
    public void Global_mean_and_maximum_are_reductions()
    {
        Value x = Image(2, 3, 4);
        Check(x, _net.Reshape(_net.Mean(x, 2, 3), new(Dim.N, 2)), a => Tensor.Of([2, 2], i => Sum(3, 4, (h, w) => a[i[0], i[1], h, w]) / 12));
        Check(x, _net.Reshape(_net.Max(x, 2, 3), new(Dim.N, 2)), a => Tensor.Of([2, 2], i =>
            Enumerable.Range(0, 12).Max(k => a[i[0], i[1], k / 4, k % 4])));
    }

    private static double Sum(int rows, int columns, Func<int, int, double> term) =>
        Enumerable.Range(0, rows * columns).Sum(k => term(k / columns, k % columns));

    private static IEnumerable<double> Interpolation(int from, int to)
    {
        for (int k = 0; k < to * from; k++)
        {
            var (low, high, share) = Neighbours(k / from, from, to);
            yield return (k % from == low ? 1 - share : 0) + (k % from == high ? share : 0);
        }
    }

    private static (int Low, int High, double Share) Neighbours(int i, int from, int to)
    {
        double place = Math.Max(0, (i + 0.5) * from / to - 0.5);
        int low = (int)place;
        return (low, Math.Min(low + 1, from - 1), place - low);
    }

    private Value Image(int channels, int height, int width) => _net.Add(new Input("x", new(Dim.N, channels, height, width)));

    private void Check(Value x, Value y, Func<Tensor, Tensor> expected)
    {
        Tensor[] numbers = Evaluated.Of(_net, 2, x, y);
        expected(numbers[0]).AssertEqual(numbers[1]);
    }
}
