using StaticNet.Generator.Ir;
using StaticNet.Generator.Ops;
using StaticNet.Generator.Plan;
using StaticNet.Generator.Text;

namespace StaticNet.Generator.Kernels;

/// <summary>An axis along which elements are copied: how many, and the floats from one to the next in the source and in the target.</summary>
internal readonly record struct MoveAxis(Dim Extent, Stride Source, Stride Target);

/// <summary>A copy of elements from evenly spaced places to evenly spaced places.</summary>
/// <param name="Axes">The loops, outermost first.</param>
/// <param name="Source">Where the first element lies.</param>
/// <param name="Target">Where it goes.</param>
/// <param name="Covers">True if every element of the target is written.</param>
internal sealed record Moves(ImmutableArray<MoveAxis> Axes, Stride Source, Stride Target, bool Covers)
{
    /// <summary>How the elements of a node's operand become those of its result.</summary>
    public static Moves Of(Node node, Storage source, Storage target)
    {
        Shape from = node.Inputs[0].Shape, to = node.Results[0].Shape;
        ImmutableArray<Stride> s = source.Strides(from), t = target.Strides(to);
        return node.Op switch
        {
            Permute permute => new([.. permute.Order.Select((axis, i) => new MoveAxis(to[i], s[axis], t[i]))], 0, 0, true),
            Slice slice => new(
                [.. to.Dims.Select((extent, i) => new MoveAxis(extent, i == slice.Axis ? s[i].Times(slice.Step) : s[i], t[i]))], s[slice.Axis].Times(slice.Start), 0, true),
            Pad pad => new(
                [.. from.Dims.Select((extent, i) => new MoveAxis(extent, s[i], i == pad.Axis ? t[i].Times(pad.Step) : t[i]))], 0, t[pad.Axis].Times(pad.First(from[pad.Axis].Size)), false),
            _ => OfReshape(from, s, to, t),
        };
    }

    // Axes that source and target both are made of.
    private static Moves OfReshape(Shape from, ImmutableArray<Stride> s, Shape to, ImmutableArray<Stride> t)
    {
        ImmutableArray<Dim> common = Common(from, to) ?? throw new NotSupportedException($"a reshape of {from} to {to} by axes");
        ImmutableArray<Stride> source = Along(from, s, common), target = Along(to, t, common);
        return new([.. common.Select((extent, i) => new MoveAxis(extent, source[i], target[i]))], 0, 0, true);
    }

    /// <summary>The axes that both shapes are made of; null if there are none.</summary>
    public static ImmutableArray<Dim>? Common(Shape from, Shape to)
    {
        return RowView.Common(Long(from), Long(to));

        static ImmutableArray<Dim> Long(Shape shape) => [.. shape.Dims.Where(extent => !extent.IsOne)];
    }

    private static ImmutableArray<Stride> Along(Shape shape, ImmutableArray<Stride> strides, ImmutableArray<Dim> finer)
    {
        var result = new Stride[finer.Length];
        int next = finer.Length;
        for (int axis = shape.Rank - 1; axis >= 0; axis--)
        {
            Dim inside = 1;
            while (inside != shape[axis])
            {
                Dim extent = finer[--next];
                result[next] = strides[axis].Around(inside);
                inside = new(inside.Size * extent.Size, inside.PerSample | extent.PerSample);
            }
        }

        return [.. result];
    }

    /// <summary>Neighbouring loops that run on in both, as one; loops of a single turn are gone, and the nearest elements of the target come last.</summary>
    public Moves Merged()
    {
        List<MoveAxis> axes = [.. Axes.Where(a => !a.Extent.IsOne).OrderByDescending(a => a.Target.PerSample).ThenByDescending(a => Math.Abs(a.Target.Floats))];
        for (int i = axes.Count - 2; i >= 0; i--)
        {
            MoveAxis outer = axes[i], inner = axes[i + 1];
            if (outer.Source != inner.Source.Around(inner.Extent) || outer.Target != inner.Target.Around(inner.Extent))
                continue;
            axes[i] = inner with { Extent = new(checked(outer.Extent.Size * inner.Extent.Size), outer.Extent.PerSample | inner.Extent.PerSample) };
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
