using CsCheck;
using StaticNet.Generator.Ir;
using StaticNet.Generator.Ops;
using static StaticNet.Generator.Tests.Autodiff.VjpCheck;

namespace StaticNet.Generator.Tests.Autodiff;

/// <summary>The vector-Jacobian products of ops that only move elements, against finite differences, over random shapes.</summary>
public class MoveVjpTests
{
    // Rows enough for the integers that a gradient check gives.
    private static readonly Gen<int> Rows = Gen.Int[3, 7];

    [Fact]
    public void Permute_returns() => Check(Gen.Select(RandomShapes.OfRank(1, 4), Gen.Int[0, 9999]), (builder, shape, choice) =>
    {
        int[] order = [.. Enumerable.Range(0, shape.Rank)];
        new Random(choice).Shuffle(order);
        return builder.Permute(Squared(builder, Parameter(builder, 'a', shape)), order);
    });

    [Fact]
    public void Slice_and_pad_are_each_others_gradients() => Check(Gen.Select(RandomShapes.OfRank(1, 3), Gen.Int[0, 9999]), (builder, shape, choice) =>
    {
        var random = new Random(choice);
        Value x = Squared(builder, Parameter(builder, 'a', shape));
        int axis = Enumerable.Range(0, shape.Rank).FirstOrDefault(a => !shape[a].PerSample, -1);
        if (axis < 0)
            return x;
        int size = shape[axis].Size, step = random.Next(1, 4), length = random.Next(1, (size - 1) / step + 2), reach = (length - 1) * step;
        int low = random.Next(size - reach);
        Value part = random.Next(2) == 0
            ? builder.Slice(x, axis, low, length, step)
            : builder.Slice(x, axis, low + reach, length, -step);
        return random.Next(3) == 0 ? part : builder.Pad(Squared(builder, part), axis, random.Next(3), random.Next(3), random.Next(-2, 2) * 2 + 1);
    });

    [Fact]
    public void Concat_splits() => Check(Gen.Select(RandomShapes.OfRank(2, 3), RandomShapes.Dim.Array[3]), (builder, shape, sizes) =>
    {
        int axis = shape[0].PerSample ? 1 : 0;
        Value[] parts = [.. sizes.Select((size, i) => Parameter(builder, "abc"[i], shape.With(axis, size)))];
        Value whole = Squared(builder, builder.Concat(axis, parts));
        Assert.Equal(shape.With(axis, sizes.Sum(s => s.Size)), whole.Shape);
        ImmutableArray<Value> again = builder.Split(whole, axis, [.. sizes.Select(s => s.Size)]);
        Assert.Equal(parts.Select(p => p.Shape), again.Select(p => p.Shape));
        return builder.Concat(axis, again[2], again[0], again[1]);
    });

    [Fact]
    public void Gather_and_scatter_are_each_others_gradients() => Check(
        Gen.Select(Rows, RandomShapes.OfRank(0, 2), RandomShapes.Dim.Array[0, 2]),
        (builder, rows, shape, rest) =>
        {
            Value t = builder.Add(new Input("t", shape, Element.Int32));
            Value y = builder.Gather(Squared(builder, Parameter(builder, 'a', new([rows, .. rest]))), t);
            return builder.ScatterAdd(t, Squared(builder, y), rows);
        });

    [Fact]
    public void Concat_refuses_other_extents()
    {
        var builder = new GraphBuilder();
        Value a = Parameter(builder, 'a', new(Dim.N, 2, 3)), b = Parameter(builder, 'b', new(Dim.N, 2, 4));
        Assert.Equal("[n,2,3] and [n,2,4] differ in another axis than 1", Assert.Throws<ShapeError>(() => builder.Concat(1, a, b)).Message);
        Assert.Equal("axis 0 of [n,2,3] carries the batch", Assert.Throws<ShapeError>(() => builder.Concat(0, a, b)).Message);
    }

    [Fact]
    public void Split_refuses_other_lengths()
    {
        var builder = new GraphBuilder();
        Value a = Parameter(builder, 'a', new(Dim.N, 5));
        Assert.Equal("axis 1 of [n,5] has 5 elements, but its parts have 4", Assert.Throws<ShapeError>(() => builder.Split(a, 1, 1, 3)).Message);
    }

    // So that the slope at an element depends on its place.
    private static Value Squared(GraphBuilder builder, Value x) => builder.Map(a => a * a, x);
}
