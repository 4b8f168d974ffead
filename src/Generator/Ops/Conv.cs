using StaticNet.Generator.Infrastructure;
using StaticNet.Generator.Ir;

namespace StaticNet.Generator.Ops;

/// <summary>Which of a convolution's three tensors is computed from the two others.</summary>
internal enum ConvMode
{
    /// <summary><c>y</c> from <c>x</c> and <c>w</c>.</summary>
    Forward,

    /// <summary><c>x</c> from <c>y</c> and <c>w</c>: the gradient by the input, which is the transposed convolution.</summary>
    Data,

    /// <summary><c>w</c> from <c>x</c> and <c>y</c>: the gradient by the weight.</summary>
    Filter,

    /// <summary>As <see cref="Data"/> with the weight's first two axes exchanged, <c>w [C,O,KH,KW]</c>: units innermost where it lies, as kernels read it.</summary>
    Phases,
}

/// <summary>
/// The correlation of <c>x [n,C,H,W]</c> with windows <c>w [O,C/groups,KH,KW]</c> to <c>y [n,O,OH,OW]</c>, over any number of spatial axes,
/// or one of the two others from the rest. The modes are each other's derivatives. A transposed convolution is <see cref="ConvMode.Data"/>:
/// its operand is <c>y</c> and its weight, <c>[in,out/groups,KH,KW]</c>, is <c>w</c>. With channels last, <c>x</c> is <c>[n,H,W,C]</c> and <c>y</c>
/// <c>[n,OH,OW,O]</c>; <c>w</c> stays.
/// </summary>
internal sealed record Conv(ConvMode Mode, EquatableArray<WindowAxis> Axes, int Groups = 1, bool ChannelsLast = false) : Op
{
    public override string Text =>
        (Mode == ConvMode.Forward ? "conv" : $"conv.{Mode.ToString().ToLowerInvariant()}") + Axes.Text()
        + (Groups == 1 ? "" : $" groups {Groups}") + (ChannelsLast ? " channels last" : "");

    /// <summary>True if every channel has a window of its own and makes one channel.</summary>
    public bool IsDepthwise(Shape w) => Groups > 1 && w.Fixed(1) == 1 && w.Fixed(0) == Groups;

    public override int? Arity => 2;

    public override Shape Infer(ImmutableArray<Shape> inputs)
    {
        foreach (Shape shape in inputs)
        {
            if (shape.Rank != Axes.Count + 2)
                throw new ShapeError($"a convolution over {Axes.Count} axes takes operands with {Axes.Count + 2}, but {shape} has {shape.Rank}");
        }

        return Mode switch
        {
            ConvMode.Forward => Last(Output(First(inputs[0]), inputs[1])),
            ConvMode.Data => Last(Input(First(inputs[0]), inputs[1])),
            ConvMode.Phases => Last(Input(First(inputs[0]), Exchanged(inputs[1]))),
            _ => Weight(First(inputs[0]), First(inputs[1])),
        };
    }

    private Shape First(Shape image) => ChannelsLast ? Images.First(image) : image;

    private static Shape Exchanged(Shape w) => new([w[1], w[0], .. w.Dims.Skip(2)]);

    private Shape Last(Shape image) => ChannelsLast ? Images.Last(image) : image;

    // y = x ⋆ w   ⇒   x̄ = data(ȳ, w)    and   w̄ = filter(x, ȳ)
    // x = data(y, w)  ⇒  ȳ = x̄ ⋆ w      and   w̄ = filter(x̄, y)
    // w = filter(x, y)  ⇒  x̄ = data(y, w̄)   and   ȳ = x ⋆ w̄
    public override void Vjp(Pullback p)
    {
        var (a, b, d) = (p.Input(0), p.Input(1), p.Cotangent);
        Value In(ConvMode mode, Value first, Value second) => p.Add(Exact(First(a.Shape), b.Shape) with { Mode = mode }, first, second);
        switch (Mode)
        {
            case ConvMode.Forward:
                p.Accumulate(0, In(ConvMode.Data, d, b));
                p.Accumulate(1, In(ConvMode.Filter, a, d));
                break;
            case ConvMode.Data:
                p.Accumulate(0, In(ConvMode.Forward, d, b));
                p.Accumulate(1, In(ConvMode.Filter, d, a));
                break;
            case ConvMode.Phases:
                int[] exchanged = [1, 0, .. Enumerable.Range(2, Axes.Count)];
                p.Accumulate(0, In(ConvMode.Forward, d, p.Permute(b, exchanged)));
                p.Accumulate(1, p.Permute(In(ConvMode.Filter, d, a), exchanged));
                break;
            default:
                p.Accumulate(0, In(ConvMode.Data, b, d));
                p.Accumulate(1, In(ConvMode.Forward, a, d));
                break;
        }
    }

    // Each element of y is C/groups·KH·KW products and sums; by phases, which read zeros around y too, each of x is one in stride².
    public override long Flops(ImmutableArray<Shape> inputs, Shape result)
    {
        if (Mode == ConvMode.Phases)
            return 2L * result.Count.At(1) * inputs[1].Span(1, inputs[1].Rank).Size / Axes.Aggregate(1, (phases, axis) => phases * axis.Stride);
        Shape w = Mode == ConvMode.Filter ? result : inputs[1];
        Shape y = Mode switch { ConvMode.Forward => result, ConvMode.Filter => inputs[1], _ => inputs[0] };
        return 2L * y.Count.At(1) * w.Span(1, w.Rank).Size;
    }

    // Where the stride leaves elements at the end unread, the other modes would not know how many: they count as padding less.
    private Conv Exact(Shape x, Shape w) => Mode != ConvMode.Forward
        ? this
        : this with { Axes = Axes.Select((axis, i) => axis with { After = axis.After - axis.Room(x.Fixed(i + 2), w.Fixed(i + 2)) % axis.Stride }).ToEquatableArray() };

    private Shape Output(Shape x, Shape w)
    {
        RequireChannels(x.Fixed(1), w);
        return new([x[0], w[0], .. Axes.Select((axis, i) => (Dim)(axis.Room(x.Fixed(i + 2), w.Fixed(i + 2)) / axis.Stride + 1))]);
    }

    private Shape Input(Shape y, Shape w)
    {
        RequireChannels(w.Fixed(1) * Groups, w);
        if (y.Fixed(1) != w[0].Size)
            throw new ShapeError($"{y} has {y[1]} channels, but the weight {w} makes {w[0]}");
        return new([y[0], w[1].Size * Groups, .. Axes.Select((axis, i) => (Dim)Extent(axis, y.Fixed(i + 2), w.Fixed(i + 2)))]);

        static int Extent(WindowAxis axis, int places, int size)
        {
            int extent = (places - 1) * axis.Stride + axis.Reach(size) - axis.Before - axis.After;
            return extent >= 1 && axis.Room(extent, size) >= 0
                ? extent
                : throw new ShapeError($"{places} windows of {size} less padding {axis.Before} and {axis.After} leave nothing");
        }
    }

    private Shape Weight(Shape x, Shape y)
    {
        if (x[0] != y[0])
            throw new ShapeError($"{x} and {y} hold different numbers of samples");
        if (Groups < 1 || x.Fixed(1) % Groups != 0)
            throw new ShapeError($"{x[1]} channels do not make {Groups} groups");
        Shape w = new([y.Fixed(1), x[1].Size / Groups, .. Axes.Select((axis, i) => (Dim)Size(axis, x.Fixed(i + 2), y.Fixed(i + 2)))]);
        RequireChannels(x[1].Size, w);
        return w;

        static int Size(WindowAxis axis, int extent, int places)
        {
            int reach = axis.Room(extent, 1) - (places - 1) * axis.Stride;
            return reach >= 0 && reach % axis.Dilation == 0
                ? reach / axis.Dilation + 1
                : throw new ShapeError($"no window has exactly {places} places in {axis.Before} + {extent} + {axis.After}");
        }
    }

    private void RequireChannels(int channels, Shape w)
    {
        int units = w.Fixed(0);
        if (Groups < 1 || channels % Groups != 0 || units % Groups != 0)
            throw new ShapeError($"{channels} and {units} channels do not make {Groups} groups");
        if (w.Fixed(1) * Groups != channels)
            throw new ShapeError($"the weight {w} reads {w[1].Size * Groups} channels in {Groups} groups, but there are {channels}");
    }
}

internal static class ConvOps
{
    /// <summary>The correlation of <c>x [n,C,H,W]</c> with <c>w [O,C/groups,KH,KW]</c>; one <paramref name="axes"/> a spatial axis.</summary>
    public static Value Conv(this IBuilder net, Value x, Value w, IEnumerable<WindowAxis> axes, int groups = 1) =>
        net.Add(new Conv(ConvMode.Forward, axes.ToEquatableArray(), groups), x, w);

    /// <summary>
    /// The transposed convolution of <c>x [n,I,H,W]</c> with <c>w [I,O/groups,KH,KW]</c>, where <paramref name="outputPadding"/> elements are added at the
    /// end of each axis.
    /// </summary>
    public static Value ConvTranspose(this IBuilder net, Value x, Value w, IEnumerable<WindowAxis> axes, IReadOnlyList<int> outputPadding, int groups = 1) =>
        net.Add(
            new Conv(ConvMode.Data, axes.Select((axis, i) => axis with { After = axis.After - outputPadding[i] }).ToEquatableArray(), groups), x, w);
}
