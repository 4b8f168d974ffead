using StaticNet.Generator.Ir;
using StaticNet.Generator.Ops;
using StaticNet.Generator.Plan;

namespace StaticNet.Generator.Kernels;

/// <summary>An axis along which elements are copied: how many, and the floats from one to the next in the source and in the target.</summary>
internal readonly record struct MoveAxis(Dim Extent, Stride Source, Stride Target);

/// <summary>A copy of elements from evenly spaced places to evenly spaced places.</summary>
/// <param name="Axes">The loops, outermost first.</param>
/// <param name="Source">Where the first element lies.</param>
/// <param name="Target">Where it goes.</param>
/// <param name="Covers">True if every element of the target is written.</param>
internal sealed record Moves(ImmutableArray<MoveAxis> Axes, ImmutableArray<Stride> Source, ImmutableArray<Stride> Target, bool Covers)
{
    /// <summary>How the elements of the first node's operand become those of the last one's result.</summary>
    public static Moves Of(ImmutableArray<Node> chain, Storage source, Storage target)
    {
        Node first = chain[0], last = chain[chain.Length - 1];
        Shape from = first.Inputs[0].Shape, to = last.Results[0].Shape;
        var (s, t) = (new Places(source.Strides(from), []), new Places(target.Strides(to), []));
        if (!MoveChain.Takes(first))
            return OfReshape(from, s.Strides, to, t.Strides);

        // The loops go over what lies between the nodes that read and those that write.
        int middle = MoveChain.Reading(chain);
        Shape loops = middle < chain.Length ? chain[middle].Inputs[0].Shape : to;
        foreach (Node node in chain.Take(middle))
            s = Read(node, s);
        foreach (Node node in chain.Skip(middle).Reverse())
            t = Written(node, t);
        return new([.. loops.Dims.Select((extent, i) => new MoveAxis(extent, s.Strides[i], t.Strides[i]))], s.Start, t.Start, !chain.Any(node => node.Op is Pad));
    }

    // Where a node's elements lie, along its result's axes, by where its operand's do.
    private static Places Read(Node node, Places operand) => node.Op switch
    {
        Permute permute => operand with { Strides = [.. permute.Order.Select(axis => operand.Strides[axis])] },
        Slice slice => operand.Along(slice.Axis, slice.Start, slice.Step),
        _ => operand with { Strides = Along(node.Inputs[0].Shape, operand.Strides, node.Results[0].Shape) },
    };

    // Where a node puts its operand's elements, along the operand's axes, by where its result's lie.
    private static Places Written(Node node, Places result) => node.Op switch
    {
        Permute permute => result with { Strides = [.. permute.Inverse().Select(axis => result.Strides[axis])] },
        Pad pad => result.Along(pad.Axis, pad.First(node.Inputs[0].Shape[pad.Axis].Size), pad.Step),
        _ => result with { Strides = Along(node.Results[0].Shape, result.Strides, node.Inputs[0].Shape) },
    };

    /// <summary>Where the elements of a value lie: the first one, as a sum, and the floats to the next along each axis.</summary>
    private sealed record Places(ImmutableArray<Stride> Strides, ImmutableArray<Stride> Start)
    {
        public Places Along(int axis, int first, int step) =>
            new(Strides.SetItem(axis, Strides[axis].Times(step)), first == 0 ? Start : Start.Add(Strides[axis].Times(first)));
    }

    private static ImmutableArray<Stride> Along(Shape shape, ImmutableArray<Stride> strides, Shape finer)
    {
        ImmutableArray<Stride> along = Along(shape, strides, [.. finer.Dims.Where(extent => !extent.IsOne)]);
        int next = 0;
        return [.. finer.Dims.Select(extent => extent.IsOne ? 0 : along[next++])];
    }

    // Axes that source and target both are made of.
    private static Moves OfReshape(Shape from, ImmutableArray<Stride> s, Shape to, ImmutableArray<Stride> t)
    {
        ImmutableArray<Dim> common = Common(from, to) ?? throw new NotSupportedException($"a reshape of {from} to {to} by axes");
        ImmutableArray<Stride> source = Along(from, s, common), target = Along(to, t, common);
        return new([.. common.Select((extent, i) => new MoveAxis(extent, source[i], target[i]))], [], [], true);
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

        return this with { Axes = Blocked([.. axes]) };
    }

    // Where neighbours in the source are far apart in the target and the other way round, some of the former are the innermost loop: the cache lines that
    // they go to are still there when the next ones come.
    private static ImmutableArray<MoveAxis> Blocked(ImmutableArray<MoveAxis> axes)
    {
        int side = axes.Length - 1;
        while (side >= 0 && !(axes[side] is { Extent.PerSample: false, Source: { Floats: 1 or -1, PerSample: false } }))
            side--;
        if (side < 0 || side == axes.Length - 1 || axes[side].Extent.Size % Limits.Block != 0 || axes[axes.Length - 1].Extent.Size < Limits.Block)
            return axes;
        MoveAxis run = axes[side];
        return axes
            .SetItem(side, new(run.Extent.Size / Limits.Block, run.Source.Times(Limits.Block), run.Target.Times(Limits.Block)))
            .Add(run with { Extent = Limits.Block })
            .RemoveAll(axis => axis.Extent.IsOne);
    }

    /// <summary>Zeros in all of a value, padding included.</summary>
    public static string Clear(Storage target) =>
        Clear(target.Name, target.Rows.PerSample ? $"{StepCode.Rows(target.Rows)} * {target.Pitch}" : $"{target.Rows.Size * target.Pitch}");

    /// <summary>Zeros in the samples of a share.</summary>
    public static string Clear(Storage target, ShareText share)
    {
        if (!share.IsShared)
            return Clear(target);
        long floats = (long)target.Rows.Size * target.Pitch;
        return Clear($"Unsafe.Add(ref {target.Name}, (nint){share.From("batch")} * {floats})", $"({share.To("batch")} - {share.From("batch")}) * {floats}");
    }

    /// <summary>Zeros in all of a value's sample.</summary>
    public static string ClearSample(Storage target, string sample)
    {
        int floats = target.Rows.Size * target.Pitch;
        return Clear($"Unsafe.Add(ref {target.Name}, {sample} * {floats})", $"{floats}");
    }

    private static string Clear(string first, string floats) =>
        $"global::System.Runtime.InteropServices.MemoryMarshal.CreateSpan(ref {first}, {floats}).Clear();";
}
