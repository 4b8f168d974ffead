using StaticNet.Generator.Ir;
using StaticNet.Generator.Ops;

namespace StaticNet.Generator.Plan;

/// <summary>Decides how every stored value lies in memory.</summary>
internal static class Layouts
{
    /// <param name="graph">The graph.</param>
    /// <param name="steps">Its steps with their kernels.</param>
    /// <param name="stageInputs">True if inputs are copied into the arena: training reads them after the caller's spans are gone.</param>
    public static IReadOnlyDictionary<Value, Storage> Assign(Graph graph, ImmutableArray<PlannedStep> steps, bool stageInputs)
    {
        var names = new HashSet<string>(StringComparer.Ordinal) { "batch", "accumulate" };
        var storages = new Dictionary<Value, Storage>();
        ILookup<Value, PlannedStep> readers = steps.SelectMany(s => s.Step.Reads.Select(v => (v, s))).ToLookup(p => p.v, p => p.s);
        foreach (Value leaf in graph.Nodes.Where(n => n.Op is Leaf).Select(n => n.Results[0]))
        {
            bool asGiven = !stageInputs && readers[leaf].All(s => s.Kernel.ReadsUnpadded(s.Step, leaf));
            storages.Add(leaf, OfLeaf((Leaf)leaf.Op, asGiven, names));
        }

        foreach (Value value in steps.SelectMany(s => s.Step.Writes))
            storages.Add(value, OfValue(value, names));

        // A gradient is written where the optimizer reads it, unless it is needed elsewhere too: there it may be added to earlier ones.
        ILookup<Value, GraphResult> results = graph.Results.ToLookup(r => r.Value.Root());
        foreach (IGrouping<Value, GraphResult> claims in results.Where(r => r.Any(c => c.Kind == ResultKind.Gradient)))
        {
            Value root = claims.Key;
            GraphResult gradient = claims.First(c => c.Kind == ResultKind.Gradient);
            if (gradient.Value.Shape.Rank > 1 && root.Op is not MatMul)
                throw new NotSupportedException($"the gradient of {gradient.Name} is no product: {root.Op.Text}");
            if (claims.Count() == 1 && root.Op is not Leaf && !readers.Contains(root))
                storages[root] = OfParameter(gradient.Name, gradient.Value.Shape, storages[root].Name, Region.Gradients);
        }

        return storages;
    }

    /// <summary>How a parameter, a state or a gradient lies: a vector in one row, a weight <c>[units,in]</c> as <c>[in,units]</c>.</summary>
    public static Storage OfParameter(string? parameter, Shape shape, string name, Region region)
    {
        var (rows, columns) = shape.Rank switch
        {
            2 => (Limits.PadRows(shape[1].Size), shape[0].Size),
            <= 1 => (1, shape.Count.Size),
            _ => throw new NotSupportedException($"a parameter {shape}"),
        };
        return new(name, region, rows, columns, Limits.Pad(columns)) { Transposed = shape.Rank == 2, Parameter = parameter };
    }

    private static Storage OfLeaf(Leaf leaf, bool asGiven, HashSet<string> names)
    {
        string name = Unique(Camel(leaf.Name), names);
        if (leaf is not Input)
            return OfParameter(leaf.Name, leaf.Shape, name, Region.Parameters);
        Matrix matrix = Matrix.Of(leaf.Shape);
        int pitch = asGiven || leaf.Shape.Rank == 1 ? matrix.Columns : Limits.Pad(matrix.Columns);
        return new(name, asGiven ? Region.Input : Region.Arena, matrix.Rows, matrix.Columns, pitch);
    }

    private static Storage OfValue(Value value, HashSet<string> names)
    {
        string name = Unique(value.Node.Label.Length == 0 ? "value" : Camel(value.Node.Label), names);

        // A weight's gradient lies as the weight does, wherever it is.
        if (value.Op is MatMul && !value.Shape.PerSample)
            return OfParameter(null, value.Shape, name, Region.Arena);
        Matrix matrix = Matrix.Of(value.Shape);
        return new(name, Region.Arena, matrix.Rows, matrix.Columns, Limits.Pad(matrix.Columns));
    }

    // dense1.weight → dense1Weight
    private static string Camel(string name)
    {
        string joined = string.Concat(name.Split('.', '_').Where(p => p.Length > 0).Select(p => char.ToUpperInvariant(p[0]) + p.Substring(1)));
        return char.ToLowerInvariant(joined[0]) + joined.Substring(1);
    }

    private static string Unique(string name, HashSet<string> names)
    {
        string unique = name;
        for (int i = 2; !names.Add(unique); i++)
            unique = $"{name}_{i}";
        return unique;
    }
}
