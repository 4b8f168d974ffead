using StaticNet.Generator.Infrastructure;
using StaticNet.Generator.Ir;
using StaticNet.Generator.Ops;

namespace StaticNet.Generator.Plan;

/// <summary>
/// What maps and reductions that run together go over: a nest of row loops with columns inside, and how each of their values repeats over it.
/// Reductions go along the columns (<see cref="Sweep.Rows"/>), or along some row axes (<see cref="Sweep.Columns"/>).
/// </summary>
/// <param name="Rows">The extents of the row axes, outermost first; none for one row.</param>
/// <param name="Columns">The elements of a row.</param>
/// <param name="Sweep">The direction of the reductions.</param>
/// <param name="Swept">The row axes that reductions go along.</param>
/// <param name="Accesses">Each value that a node reads or makes.</param>
internal sealed record Sheet(
    ImmutableArray<Dim> Rows, int Columns, Sweep Sweep, EquatableArray<bool> Swept, ImmutableDictionary<Value, Access> Accesses)
{
    /// <summary>Every element: as many as the nodes' full-size values have.</summary>
    public Matrix Domain => new(Rows.Aggregate(new Dim(1), (product, axis) => new(checked(product.Size * axis.Size), product.PerSample | axis.PerSample)), Columns);

    /// <summary>The sheet of one node.</summary>
    public static Sheet Of(Node node)
    {
        Shape whole = node.Op is Reduce ? node.Inputs[0].Shape : node.Results[0].Shape;
        ImmutableArray<Dim> rows = [.. Matrix.RowAxes(whole).Where(axis => !axis.IsOne)];
        var empty = new Sheet(rows, Matrix.Of(whole).Columns, Sweep.None, rows.Select(_ => false).ToEquatableArray(), ImmutableDictionary<Value, Access>.Empty);
        return empty.Join(node) ?? throw new NotSupportedException($"{node.Op.Text} of {whole} is no sheet");
    }

    /// <summary>The sheet with one more node; null if the node goes over something else.</summary>
    public Sheet? Join(Node node) => node.Op is Reduce reduce ? Joined(node, reduce) : Joined(node);

    /// <summary>Neighbouring row axes along which no value changes alone become one.</summary>
    public Sheet Merged()
    {
        Sheet sheet = this;
        for (int i = Rows.Length - 2; i >= 0; i--)
        {
            if (Swept[i] == Swept[i + 1] && Accesses.Values.All(a => a.Rows[i] == a.Rows[i + 1]))
                sheet = sheet.Merge(i);
        }

        return sheet;
    }

    private Sheet Merge(int axis) => this with
    {
        Rows = Rows.SetItem(axis, new(checked(Rows[axis].Size * Rows[axis + 1].Size), Rows[axis].PerSample | Rows[axis + 1].PerSample)).RemoveAt(axis + 1),
        Swept = Without(Swept, axis + 1),
        Accesses = Accesses.ToImmutableDictionary(p => p.Key, p => p.Value with { Rows = Without(p.Value.Rows, axis + 1) }),
    };

    private static EquatableArray<bool> Without(EquatableArray<bool> values, int index) => values.Where((_, i) => i != index).ToEquatableArray();

    private Sheet? Joined(Node node)
    {
        Shape shape = node.Results[0].Shape;
        int columns = Matrix.Of(shape).Columns;
        bool column = columns == Columns;
        Dim rows = Matrix.Of(shape).Rows;

        // One number in all, from such numbers.
        if (Matrix.Of(shape).IsScalar && !Domain.IsScalar && !(column && Sweep == Sweep.Columns))
        {
            return Sweep == Sweep.Rows && node.Inputs.All(v => Matrix.Of(v.Shape).IsScalar)
                ? With([.. node.Inputs.Select(v => (v, Nowhere)), (node.Results[0], Nowhere)])
                : null;
        }

        // Every element, one number a row, or one for each column.
        if (column && rows == Domain.Rows)
            return Placed(node, Rows.Select(_ => true).ToEquatableArray(), columns);
        if (columns == 1 && rows == Domain.Rows && Sweep == Sweep.Rows)
            return Placed(node, Rows.Select(_ => true).ToEquatableArray(), columns);
        return column && Sweep == Sweep.Columns ? Placed(node, Swept.Select(swept => !swept).ToEquatableArray(), columns) : null;
    }

    private Access Nowhere => new(Rows.Select(_ => false).ToEquatableArray(), false);

    // A map whose result changes along the given row axes.
    private Sheet? Placed(Node node, EquatableArray<bool> along, int columns)
    {
        Shape shape = node.Results[0].Shape;
        ImmutableArray<Dim> axes = [.. Rows.Where((_, i) => along[i])];
        RowView result = RowView.Of(shape, shape);
        if (RowView.Common(axes, result.Extents) is not { } common || Refined(along, common) is not { } finer)
            return null;
        var accesses = new List<(Value, Access)>();
        foreach (Value input in node.Inputs)
        {
            // In a single column, what repeats over rows is one number.
            ImmutableArray<bool> presence = RowView.Of(input.Shape, shape).Along(common);
            bool hasColumns = columns == Columns && Matrix.Of(input.Shape).Columns == columns && (columns > 1 || !presence.Contains(false));
            accesses.Add((input, new(finer.Spread(presence), hasColumns)));
        }

        accesses.Add((node.Results[0], new(finer.Spread([.. common.Select(_ => true)]), columns == Columns)));
        return finer.Sheet.With([.. accesses]);
    }

    private Sheet? Joined(Node node, Reduce reduce)
    {
        Value x = node.Inputs[0], y = node.Results[0];
        ImmutableArray<Dim> rowAxes = Matrix.RowAxes(x.Shape);
        bool along = reduce.Axes.Values.Contains(x.Shape.Rank - 1) && rowAxes.Length < x.Shape.Rank;
        ImmutableArray<(Dim Extent, bool Swept)> axes =
            [.. rowAxes.Select((extent, i) => (extent, reduce.Axes.Values.Contains(i))).Where(a => !a.extent.IsOne)];

        // The sum over all rows of one number a row.
        if (Sweep == Sweep.Rows && !along && Matrix.Of(x.Shape) == new Matrix(Domain.Rows, 1) && Accesses.TryGetValue(x.Root(), out Access? known) && known.IsRow)
            return reduce.Kind == ReduceKind.Sum && axes.All(a => a.Swept) ? With((y, Nowhere)) : null;

        if (Matrix.Of(x.Shape) != Domain || RowView.Common(Rows, [.. axes.Select(a => a.Extent)]) is not { } common)
            return null;
        ImmutableArray<bool> swept = new RowView([.. axes.Select(a => (a.Extent, a.Swept))]).Along(common);
        Sweep direction = along ? Sweep.Rows : Sweep.Columns;
        if ((along && swept.Contains(true)) || Refined(Rows.Select(_ => true).ToEquatableArray(), common) is not { } finer)
            return null;
        if (Sweep != Sweep.None && (Sweep != direction || !finer.Sheet.Swept.Equals(swept.ToEquatableArray())))
            return null;
        var full = new Access(common.Select(_ => true).ToEquatableArray(), true);
        return (finer.Sheet with { Sweep = direction, Swept = swept.ToEquatableArray() })
            .With((x, full), (y, new(swept.Select(s => !s).ToEquatableArray(), !along)));
    }

    // The sheet whose row axes, those along which something changes, are cut into `parts`; and how presence along the parts reads along all axes.
    private (Sheet Sheet, Func<ImmutableArray<bool>, EquatableArray<bool>> Spread)? Refined(EquatableArray<bool> along, ImmutableArray<Dim> parts)
    {
        var rows = new List<Dim>();
        var source = new List<int>();
        var part = new List<int>();
        int next = 0;
        for (int i = 0; i < Rows.Length; i++)
        {
            if (!along[i])
            {
                Append(Rows[i], i, -1);
                continue;
            }

            for (Dim product = 1; product != Rows[i]; next++)
            {
                product = new(product.Size * parts[next].Size, product.PerSample | parts[next].PerSample);
                Append(parts[next], i, next);
            }
        }

        EquatableArray<bool> Finer(EquatableArray<bool> presence) => source.Select(i => presence[i]).ToEquatableArray();
        Sheet finer = this with
        {
            Rows = [.. rows],
            Swept = Finer(Swept),
            Accesses = Accesses.ToImmutableDictionary(p => p.Key, p => p.Value with { Rows = Finer(p.Value.Rows) }),
        };
        return (finer, presence => part.Select(p => p >= 0 && presence[p]).ToEquatableArray());

        void Append(Dim extent, int axis, int index)
        {
            rows.Add(extent);
            source.Add(axis);
            part.Add(index);
        }
    }

    // Null where a value is read in two ways.
    private Sheet? With(params (Value Value, Access Access)[] added)
    {
        ImmutableDictionary<Value, Access> accesses = Accesses;
        foreach (var (value, access) in added)
        {
            Value root = value.Root();
            if (accesses.TryGetValue(root, out Access? known) && known != access)
                return null;
            accesses = accesses.SetItem(root, access);
        }

        return this with { Accesses = accesses };
    }
}
