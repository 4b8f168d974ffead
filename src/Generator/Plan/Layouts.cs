using StaticNet.Generator.Ir;
using StaticNet.Generator.Ops;

namespace StaticNet.Generator.Plan;

/// <summary>Decides how every stored value lies in memory.</summary>
internal static class Layouts
{
    /// <param name="graph">The graph.</param>
    /// <param name="steps">Its steps with their kernels.</param>
    /// <param name="stageInputs">True if inputs are copied into the arena: training reads them after the caller's spans are gone.</param>
    /// <param name="taken">What no value may be called.</param>
    public static IReadOnlyDictionary<Value, Storage> Assign(Graph graph, ImmutableArray<PlannedStep> steps, bool stageInputs, IEnumerable<string> taken)
    {
        var names = new HashSet<string>(taken, StringComparer.Ordinal);
        var storages = new Dictionary<Value, Storage>();
        ILookup<Value, PlannedStep> readers = steps.SelectMany(s => s.Step.Reads.Select(v => (v, s))).ToLookup(p => p.v, p => p.s);
        foreach (Value leaf in graph.Nodes.Where(n => n.Op is Leaf).Select(n => n.Results[0]))
        {
            bool asGiven = leaf.Op is Input && !stageInputs && readers[leaf].All(s => s.Kernel.ReadsUnpadded(s.Step, leaf));
            storages.Add(leaf, OfLeaf((Leaf)leaf.Op, asGiven, names));
        }

        foreach (Value constant in graph.Nodes.Where(n => n.Op is Constant).Select(n => n.Results[0]))
        {
            Matrix matrix = Matrix.Of(constant.Shape);
            string name = Unique($"{Camel(constant.Node.Layer)}Constant", names);
            storages.Add(constant, new(name, Region.Constants, matrix.Rows, matrix.Columns, Limits.Pad(matrix.Columns)) { Role = "constant" });
        }

        Dictionary<Value, (string Name, string Role)> results = ResultNames(graph);
        foreach (var (value, phase) in steps.SelectMany(s => s.Step.Writes.Select(v => (v, s.Step.Phase))))
        {
            string label = value.Node.Label.Length == 0 ? "value" : Camel(value.Node.Layer);
            var (name, role) = results.TryGetValue(value, out var known) ? known : phase == Phase.Backward ? ($"{label}Gradient", "dy") : (label, "y");
            storages.Add(value, OfValue(value, Unique(name, names), role));
        }

        // A gradient is written where the optimizer reads it, that of several parameters for the first; but not if something else reads it,
        // since it may be added to an earlier one there.
        foreach (IGrouping<Value, GraphResult> claims in graph.Results.GroupBy(r => r.Value.Root()).Where(c => c.Any(r => r.Kind == ResultKind.Gradient)))
        {
            Value value = claims.Key;
            GraphResult gradient = claims.First(r => r.Kind == ResultKind.Gradient);
            if (gradient.Value.Shape.Rank > 1 && value.Op is not MatMul)
                throw new NotSupportedException($"the gradient of {gradient.Name} is no product: {value.Op.Text}");
            if (value.Op is not Leaf && !readers.Contains(value) && claims.All(r => r.Kind == ResultKind.Gradient))
                storages[value] = OfParameter(gradient.Name, gradient.Value.Shape, storages[value].Name, Region.Gradients);
        }

        return storages;
    }

    /// <summary>How a parameter, a state or a gradient lies: a vector in one row, a weight <c>[units,in]</c> as <c>[in,units]</c>.</summary>
    public static Storage OfParameter(string parameter, Shape shape, string name, Region region)
    {
        string leaf = Camel(parameter.Substring(parameter.LastIndexOf('.') + 1));
        string role = region == Region.Gradients ? $"d{char.ToUpperInvariant(leaf[0])}{leaf.Substring(1)}" : leaf;
        return Lying(shape, name, region) with { Parameter = parameter, Role = role };
    }

    private static Storage Lying(Shape shape, string name, Region region)
    {
        var (rows, columns) = shape.Rank switch
        {
            2 => (Limits.PadRows(shape[1].Size), shape[0].Size),
            <= 1 => (1, shape.Count.Size),
            _ => throw new NotSupportedException($"a parameter {shape}"),
        };
        return new(name, region, rows, columns, Limits.Pad(columns)) { Transposed = shape.Rank == 2 };
    }

    // What a step makes for someone outside is named after that; the first of several names counts.
    private static Dictionary<Value, (string Name, string Role)> ResultNames(Graph graph)
    {
        var results = new Dictionary<Value, (string Name, string Role)>();
        foreach (GraphResult result in graph.Results)
        {
            (string Name, string Role)? name = result.Kind switch
            {
                ResultKind.Loss => ("loss", "loss"),
                ResultKind.OutputGradient => ("outputGradient", "dy"),
                ResultKind.Gradient => (Camel($"{result.Name}.gradient"), "dy"),
                ResultKind.NextState => (Camel($"{result.Name}.next"), "y"),
                _ => null,
            };
            if (name is { } given && !results.ContainsKey(result.Value.Root()))
                results.Add(result.Value.Root(), given);
        }

        return results;
    }

    private static Storage OfLeaf(Leaf leaf, bool asGiven, HashSet<string> names)
    {
        string name = asGiven ? Camel(leaf.Name) : Unique(leaf is Input ? $"{Camel(leaf.Name)}Rows" : Camel(leaf.Name), names);
        if (leaf is not Input)
            return OfParameter(leaf.Name, leaf.Shape, name, Region.Parameters);
        Matrix matrix = Matrix.Of(leaf.Shape);
        int pitch = asGiven || leaf.Shape.Rank == 1 ? matrix.Columns : Limits.Pad(matrix.Columns);
        return new(name, asGiven ? Region.Input : Region.Arena, matrix.Rows, matrix.Columns, pitch) { Role = Camel(leaf.Name) is "input" ? "y" : Camel(leaf.Name) };
    }

    private static Storage OfValue(Value value, string name, string role)
    {
        // A weight's gradient lies as the weight does, wherever it is.
        if (value.Op is MatMul && !value.Shape.PerSample)
            return Lying(value.Shape, name, Region.Arena) with { Role = role };
        Matrix matrix = Matrix.Of(value.Shape);
        return new(name, Region.Arena, matrix.Rows, matrix.Columns, Limits.Pad(matrix.Columns)) { Role = role };
    }

    // dense1.weight → dense1Weight
    private static string Camel(string name)
    {
        string joined = string.Concat(name.Split('.', '_').Where(p => p.Length > 0).Select(p => char.ToUpperInvariant(p[0]) + p.Substring(1)));
        return joined.Length == 0 || char.IsDigit(joined[0]) ? $"value{joined}" : char.ToLowerInvariant(joined[0]) + joined.Substring(1);
    }

    private static string Unique(string name, HashSet<string> names)
    {
        string unique = name;
        for (int i = 2; !names.Add(unique); i++)
            unique = $"{name}_{i}";
        return unique;
    }
}
