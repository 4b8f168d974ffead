using StaticNet.Generator.Ir;

namespace StaticNet.Generator.Plan;

/// <summary>Row axes, outermost first, as one value sees them: the extent of each, and whether the value changes along it.</summary>
internal sealed record RowView(ImmutableArray<(Dim Extent, bool Present)> Axes)
{
    /// <summary>How <paramref name="value"/> repeats over the rows of <paramref name="whole"/>; operands are aligned at the last axis.</summary>
    public static RowView Of(Shape value, Shape whole)
    {
        ImmutableArray<Dim> rows = Matrix.RowAxes(whole);
        int behind = whole.Rank - rows.Length;
        return new([.. rows.Select((extent, i) => (extent, value.FromEnd(rows.Length - i + behind) == extent)).Where(axis => !axis.extent.IsOne)]);
    }

    /// <summary>The extents alone.</summary>
    public ImmutableArray<Dim> Extents => [.. Axes.Select(a => a.Extent)];

    /// <summary>The coarsest axes that both lists are made of; null if there are none: 6 rows as 2·3 and as 3·2.</summary>
    public static ImmutableArray<Dim>? Common(ImmutableArray<Dim> a, ImmutableArray<Dim> b)
    {
        var common = new List<Dim>();
        Stack<Dim> left = new(a), right = new(b);
        while (left.Count > 0 && right.Count > 0)
        {
            Dim x = left.Pop(), y = right.Pop();
            if (x == y)
            {
                common.Add(x);
            }
            else if (Quotient(x, y) is { } outer)
            {
                common.Add(y);
                left.Push(outer);
            }
            else if (Quotient(y, x) is { } other)
            {
                common.Add(x);
                right.Push(other);
            }
            else
            {
                return null;
            }
        }

        if (left.Count + right.Count > 0)
            return null;
        common.Reverse();
        return [.. common];
    }

    /// <summary>Presence along finer axes that these are made of.</summary>
    public ImmutableArray<bool> Along(ImmutableArray<Dim> finer)
    {
        var presence = new List<bool>();
        int axis = Axes.Length - 1;
        Dim rest = axis >= 0 ? Axes[axis].Extent : 1;
        foreach (Dim extent in finer.Reverse())
        {
            presence.Add(Axes[axis].Present);
            rest = rest == extent ? 1 : Quotient(rest, extent)!.Value;
            if (rest.IsOne && --axis >= 0)
                rest = Axes[axis].Extent;
        }

        presence.Reverse();
        return [.. presence];
    }

    // c·n by d or by d·n: the axis outside; null where that does not divide it.
    private static Dim? Quotient(Dim whole, Dim inner) =>
        (whole.PerSample || !inner.PerSample) && whole.Size % inner.Size == 0 && whole != inner
            ? new Dim(whole.Size / inner.Size, whole.PerSample && !inner.PerSample)
            : null;
}
