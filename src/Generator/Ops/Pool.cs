using StaticNet.Generator.Infrastructure;
using StaticNet.Generator.Ir;

namespace StaticNet.Generator.Ops;

internal enum PoolKind
{
    Max,
    Average,
}

/// <summary>The maximum or the mean over windows of <c>[n,C,H,W]</c>, as PyTorch has them: padding is below every number, or zero.</summary>
/// <param name="Kind">What is taken of a window.</param>
/// <param name="Window">Its elements along each spatial axis.</param>
/// <param name="Axes">How it moves along each.</param>
/// <param name="Ceiling">True if a last window that begins in the operand may reach beyond the padding.</param>
/// <param name="CountPadding">True if a mean counts the padding, though never what lies beyond it.</param>
/// <param name="ChannelsLast">True for <c>[n,H,W,C]</c>.</param>
internal sealed record Pool(
    PoolKind Kind, EquatableArray<int> Window, EquatableArray<WindowAxis> Axes, bool Ceiling = false, bool CountPadding = true,
    bool ChannelsLast = false) : Op
{
    public override string Text => $"{Keyword} {Attributes}";

    /// <summary><c>maxpool</c> or <c>averagepool</c>.</summary>
    public string Keyword => $"{Kind.ToString().ToLowerInvariant()}pool";

    public string Attributes =>
        string.Join(",", Window) + Axes.Text() + (Ceiling ? " ceiling" : "") + (CountPadding ? "" : " without padding") + (ChannelsLast ? " channels last" : "");

    public override Shape Infer(ImmutableArray<Shape> inputs)
    {
        Shape x = inputs[0];
        if (ChannelsLast)
            return Images.Last((this with { ChannelsLast = false }).Infer([Images.First(x)]));
        return x.Rank == Axes.Count + 2 && Window.Count == Axes.Count
            ? new([x[0], x[1], .. Axes.Select((axis, i) => (Dim)Places(axis, x.Fixed(i + 2), Window[i]))])
            : throw new ShapeError($"windows over {Axes.Count} axes take an operand with {Axes.Count + 2}, but {x} has {x.Rank}");
    }

    // y = pool x   ⇒   x̄ = gradient(ȳ), for a maximum with x beside it
    public override void Vjp(Pullback p)
    {
        var gradient = new PoolGradient(this, p.Input(0).Shape);
        p.Accumulate(0, Kind == PoolKind.Max ? p.Add(gradient, p.Cotangent, p.Input(0)) : p.Add(gradient, p.Cotangent));
    }

    public override long Flops(ImmutableArray<Shape> inputs, Shape result) =>
        (long)result.Count.At(1) * Window.Aggregate(1, (product, size) => product * size);

    private int Places(WindowAxis axis, int extent, int size)
    {
        int reach = axis.Reach(size);
        if (size < 1 || axis.Before >= reach || axis.After >= reach || axis.After < 0)
            throw new ShapeError($"padding {axis.Before} and {axis.After} are not less than the {reach} elements of a window");
        if (Kind == PoolKind.Average && axis.Dilation != 1)
            throw new ShapeError("a mean takes windows without dilation");
        int room = axis.Room(extent, size);
        int places = (room + (Ceiling ? axis.Stride - 1 : 0)) / axis.Stride + 1;
        return Ceiling && (places - 1) * axis.Stride >= extent + axis.Before ? places - 1 : places;
    }
}

internal static class PoolOps
{
    /// <summary>The maximum over windows; of equal ones the first has the gradient, and a NaN is the maximum of anything.</summary>
    public static Value MaxPool(this IBuilder net, Value x, IEnumerable<int> window, IEnumerable<WindowAxis> axes, bool ceiling = false) =>
        net.Add(new Pool(PoolKind.Max, window.ToEquatableArray(), axes.ToEquatableArray(), ceiling), x);

    /// <summary>The mean over windows.</summary>
    public static Value AveragePool(
        this IBuilder net, Value x, IEnumerable<int> window, IEnumerable<WindowAxis> axes, bool ceiling = false, bool countPadding = true) =>
        net.Add(new Pool(PoolKind.Average, window.ToEquatableArray(), axes.ToEquatableArray(), ceiling, countPadding), x);
}
