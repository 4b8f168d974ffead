using CsCheck;
using StaticNet.Generator.Infrastructure;
using StaticNet.Generator.Ir;
using StaticNet.Generator.Ops;
using static StaticNet.Generator.Tests.Autodiff.VjpCheck;

namespace StaticNet.Generator.Tests.Autodiff;

/// <summary>
/// The vector-Jacobian products of ops over windows, against finite differences, over random extents, strides, paddings, dilations and groups.
/// </summary>
public class WindowVjpTests
{
    private static readonly int[] Extents = [1, 2, 3, 5, 7];

    [Fact]
    public void Conv_forward() => Check(Gen.Int[0, 9999], (builder, seed) =>
    {
        Geometry g = Geometry.Of(seed, exact: false);
        return builder.Conv(Parameter(builder, 'x', g.X), Parameter(builder, 'w', g.W), g.Axes, g.Groups);
    });

    [Fact]
    public void Conv_data() => Check(Gen.Int[0, 9999], (builder, seed) =>
    {
        Geometry g = Geometry.Of(seed, exact: true);
        Value x = builder.Add(new Conv(ConvMode.Data, g.Axes, g.Groups), Parameter(builder, 'y', g.Y), Parameter(builder, 'w', g.W));
        Assert.Equal(g.X, x.Shape);
        return x;
    });

    [Fact]
    public void Conv_phases() => Check(Gen.Int[0, 9999], (builder, seed) =>
    {
        Geometry g = Enumerable.Range(0, 100).Select(i => Geometry.Of(seed + 10_000 * i, exact: true)).First(g => g.Groups == 1);
        Value w = builder.Permute(Parameter(builder, 'w', g.W), [1, 0, .. Enumerable.Range(2, g.Axes.Count)]);
        Value x = builder.Add(new Conv(ConvMode.Phases, g.Axes), Parameter(builder, 'y', g.Y), w);
        Assert.Equal(g.X, x.Shape);
        return x;
    });

    [Fact]
    public void Conv_filter() => Check(Gen.Int[0, 9999], (builder, seed) =>
    {
        Geometry g = Geometry.Of(seed, exact: true);
        Value w = builder.Add(new Conv(ConvMode.Filter, g.Axes, g.Groups), Parameter(builder, 'x', g.X), Parameter(builder, 'y', g.Y));
        Assert.Equal(g.W, w.Shape);
        return w;
    });

    [Theory]
    [InlineData(PoolKind.Max)]
    [InlineData(PoolKind.Average)]
    public void Pool(object kind) => Check(Gen.Int[0, 9999], (builder, seed) => Pooled(builder, (PoolKind)kind, new Random(seed)));

    [Fact]
    public void A_mean_is_differentiated_twice() => Check(Gen.Int[0, 9999], (builder, seed) =>
    {
        Value y = Pooled(builder, PoolKind.Average, new Random(seed));
        return builder.Add(new PoolGradient((Pool)y.Op, y.Node.Inputs[0].Shape), y);
    });

    private static Value Pooled(GraphBuilder builder, PoolKind kind, Random random)
    {
        int rank = random.Next(1, 3);
        var (window, axes, extents) = (new int[rank], new WindowAxis[rank], new Dim[rank]);
        for (int i = 0; i < rank; i++)
        {
            window[i] = random.Next(1, 4);
            axes[i] = new(random.Next(1, 4), random.Next(window[i]), random.Next(window[i]), kind == PoolKind.Max ? random.Next(1, 3) : 1);
            extents[i] = Math.Max(Extents[random.Next(Extents.Length)], axes[i].Reach(window[i]) - axes[i].Before - axes[i].After);
        }

        Value x = Parameter(builder, 'x', new([Dim.N, random.Next(1, 3), .. extents]));
        bool ceiling = random.Next(2) == 0;
        return kind == PoolKind.Max
            ? builder.MaxPool(x, window, axes, ceiling)
            : builder.AveragePool(x, window, axes, ceiling, countPadding: random.Next(2) == 0);
    }

    /// <summary>Shapes that fit together; exact if the windows reach to the end, as modes other than the forward one need it.</summary>
    private sealed record Geometry(Shape X, Shape W, Shape Y, EquatableArray<WindowAxis> Axes, int Groups)
    {
        public static Geometry Of(int seed, bool exact)
        {
            var random = new Random(seed);
            int rank = random.Next(1, 3), groups = random.Next(1, 4), depth = random.Next(1, 3), units = groups * random.Next(1, 3);
            Dim samples = random.Next(3) == 0 ? random.Next(1, 3) : Dim.N;
            var (x, w, y, axes) = (new Dim[rank], new Dim[rank], new Dim[rank], new WindowAxis[rank]);
            for (int i = 0; i < rank; i++)
            {
                int extent = Extents[random.Next(Extents.Length)], size = random.Next(1, 4), places = random.Next(1, 4);
                var axis = new WindowAxis(random.Next(1, 4), random.Next(0, 3), 0, random.Next(1, 4));
                int unread = exact ? 0 : random.Next(axis.Stride);
                axes[i] = axis with { After = (places - 1) * axis.Stride + axis.Reach(size) - axis.Before - extent + unread };
                (x[i], w[i], y[i]) = (extent, size, places);
            }

            return new(new([samples, groups * depth, .. x]), new([units, depth, .. w]), new([samples, units, .. y]), axes.ToEquatableArray(), groups);
        }
    }
}
