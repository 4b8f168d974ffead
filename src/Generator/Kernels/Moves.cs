using StaticNet.Generator.Ir;
using StaticNet.Generator.Ops;
using StaticNet.Generator.Plan;
using StaticNet.Generator.Text;

namespace StaticNet.Generator.Kernels;

/// <summary>An axis along which elements are copied: how many, and the floats from one to the next in the source and in the target.</summary>
internal readonly record struct MoveAxis(Dim Extent, long Source, long Target);

/// <summary>A copy of elements from evenly spaced places to evenly spaced places.</summary>
/// <param name="Axes">The loops, outermost first.</param>
/// <param name="Source">Where the first element lies.</param>
/// <param name="Target">Where it goes.</param>
/// <param name="Covers">True if every element of the target is written.</param>
internal sealed record Moves(ImmutableArray<MoveAxis> Axes, long Source, long Target, bool Covers)
{
    /// <summary>How the elements of a node's operand become those of its result.</summary>
    public static Moves Of(Node node, Storage source, Storage target, int maxBatch)
    {
        Shape from = node.Inputs[0].Shape, to = node.Results[0].Shape;
        ImmutableArray<long> s = source.Strides(from, maxBatch), t = target.Strides(to, maxBatch);
        return node.Op switch
        {
            Permute permute => new([.. permute.Order.Select((axis, i) => new MoveAxis(to[i], s[axis], t[i]))], 0, 0, true),
            Slice slice => new(
                [.. to.Dims.Select((extent, i) => new MoveAxis(extent, i == slice.Axis ? s[i] * slice.Step : s[i], t[i]))], slice.Start * s[slice.Axis], 0, true),
            Pad pad => new(
                [.. from.Dims.Select((extent, i) => new MoveAxis(extent, s[i], i == pad.Axis ? t[i] * pad.Step : t[i]))], 0, pad.First(from[pad.Axis].Size) * t[pad.Axis], false),
            _ => OfReshape(from, s, to, t),
        };
    }

    // Axes that source and target both are made of.
    private static Moves OfReshape(Shape from, ImmutableArray<long> s, Shape to, ImmutableArray<long> t)
    {
        ImmutableArray<Dim> common = Common(from, to) ?? throw new NotSupportedException($"a reshape of {from} to {to} by axes");
        ImmutableArray<long> source = Along(from, s, common), target = Along(to, t, common);
        return new([.. common.Select((extent, i) => new MoveAxis(extent, source[i], target[i]))], 0, 0, true);
    }

    /// <summary>The axes that both shapes are made of; null if there are none.</summary>
    public static ImmutableArray<Dim>? Common(Shape from, Shape to)
    {
        return RowView.Common(Long(from), Long(to));

        static ImmutableArray<Dim> Long(Shape shape) => [.. shape.Dims.Where(extent => !extent.IsOne)];
    }

    private static ImmutableArray<long> Along(Shape shape, ImmutableArray<long> strides, ImmutableArray<Dim> finer)
    {
        var result = new long[finer.Length];
        int next = finer.Length;
        for (int axis = shape.Rank - 1; axis >= 0; axis--)
        {
            Dim inside = 1;
            while (inside != shape[axis])
            {
                Dim extent = finer[--next];
                result[next] = strides[axis] * inside.Size;
                inside = new(inside.Size * extent.Size, inside.PerSample | extent.PerSample);
            }
        }

        return [.. result];
    }

    /// <summary>Neighbouring loops that run on in both, as one; loops of a single turn are gone, and the nearest elements of the target come last.</summary>
    public Moves Merged()
    {
        List<MoveAxis> axes = [.. Axes.Where(a => !a.Extent.IsOne).OrderByDescending(a => Math.Abs(a.Target))];
        for (int i = axes.Count - 2; i >= 0; i--)
        {
            MoveAxis outer = axes[i], inner = axes[i + 1];
            if (inner.Extent.PerSample || outer.Source != inner.Source * inner.Extent.Size || outer.Target != inner.Target * inner.Extent.Size)
                continue;
            axes[i] = inner with { Extent = new(checked(outer.Extent.Size * inner.Extent.Size), outer.Extent.PerSample) };
            axes.RemoveAt(i + 1);
        }

        return this with { Axes = [.. axes] };
    }

    /// <summary>Zeros in all of a value, padding included.</summary>
    public static string Clear(Storage target)
    {
        string floats = target.Rows.PerSample ? $"(nint)({StepCode.Rows(target.Rows)}) * {target.Pitch}" : $"{target.Rows.Size * target.Pitch}";
        return target.Pitch % Limits.Block == 0
            ? CodeWriter.Text($$"""
                for (nint at = 0; at < {{floats}}; at += S.Width)
                    S.Store(S.Zero, ref {{target.Name}}, at);
                """)
            : CodeWriter.Text($$"""
                for (nint at = 0; at < {{floats}}; at++)
                    Unsafe.Add(ref {{target.Name}}, at) = 0;
                """);
    }
}
