using StaticNet.Generator.Ir;
using StaticNet.Generator.Ops;

namespace StaticNet.Generator.Plan;

/// <summary>Decides how every stored value lies in memory.</summary>
internal static class Layouts
{
    /// <param name="graph">The graph.</param>
    /// <param name="steps">Its steps with their kernels.</param>
    /// <param name="orders">How the parameters lie (<see cref="WeightOrders"/>).</param>
    /// <param name="stageInputs">True if inputs are copied into the arena: training reads them after the caller's spans are gone.</param>
    /// <param name="taken">What no value may be called.</param>
    public static IReadOnlyDictionary<Value, Storage> Assign(
        Graph graph,
        ImmutableArray<PlannedStep> steps,
        IReadOnlyDictionary<string, ImmutableArray<int>> orders,
        bool stageInputs,
        IEnumerable<string> taken)
    {
        Dictionary<string, string> given = GivenNames(graph, taken);
        var names = new HashSet<string>([.. taken, .. given.Values], StringComparer.Ordinal);
        var storages = new Dictionary<Value, Storage>();
        ILookup<Value, PlannedStep> readers = steps.SelectMany(s => s.Step.Reads.Select(v => (v, s))).ToLookup(p => p.v, p => p.s);
        foreach (Value leaf in graph.Nodes.Where(n => n.Op is Leaf).Select(n => n.Results[0]))
        {
            bool unpadded = readers[leaf].All(s => s.Kernel.ReadsUnpadded(s.Step, leaf));
            storages.Add(leaf, leaf.Op is Input input
                ? OfInput(input, given[input.Name], asGiven: unpadded && !stageInputs, unpadded, names)
                : OfParameter(((Leaf)leaf.Op).Name, leaf.Shape, orders, Unique(Camel(((Leaf)leaf.Op).Name), names), Region.Parameters));
        }

        foreach (Value constant in graph.Nodes.Where(n => n.Op is Constant).Select(n => n.Results[0]))
        {
            Matrix matrix = Matrix.Of(constant.Shape);
            string name = Unique($"{Camel(constant.Node.Layer)}Constant", names);
            storages.Add(constant, new(name, Region.Constants, matrix.Rows, matrix.Columns, Limits.Pad(matrix.Columns)) { Role = "constant" });
        }

        Dictionary<Value, (string Name, string Role)> results = ResultNames(graph);
        var makers = new Dictionary<Value, IKernel>();
        HashSet<Value> kept = [.. graph.Results.Select(r => r.Value.Root())];
        foreach (var (value, maker) in steps.SelectMany(s => s.Step.Writes.Select(v => (v, s))))
        {
            makers.Add(value, maker.Kernel);
            Phase phase = maker.Step.Phase;
            string label = value.Node.Label.Length == 0 ? "value" : Camel(value.Node.Layer);
            var (name, role) = results.TryGetValue(value, out var known) ? known : phase == Phase.Backward ? ($"{label}Gradient", "dy") : (label, "y");
            bool unpadded = maker.Kernel.WritesUnpadded(maker.Step, value) && !kept.Contains(value)
                && readers[value].All(s => s.Kernel.ReadsUnpadded(s.Step, value));
            ImmutableArray<int> order = WeightOrders.Of(value, readers[value].SelectMany(s => s.Step.Nodes));
            storages.Add(value, Lying(value.Shape, order, Unique(name, names), Region.Arena, unpadded) with { Role = role });
        }

        // A gradient is written where the optimizer reads it, that of several parameters for the first; but not if something else reads it,
        // since it may be added to an earlier one there, nor by a kernel that cannot add.
        foreach (IGrouping<Value, GraphResult> claims in graph.Results.GroupBy(r => r.Value.Root()).Where(c => c.Any(r => r.Kind == ResultKind.Gradient)))
        {
            Value value = claims.Key;
            GraphResult gradient = claims.First(r => r.Kind == ResultKind.Gradient);
            Storage place = OfParameter(gradient.Name, gradient.Value.Shape, orders, storages[value].Name, Region.Gradients);
            bool fits = gradient.Value.Shape.Rank < 2 || place.Order.SequenceEqual(storages[value].Order);
            if (makers.TryGetValue(value, out IKernel? maker) && maker.CanAccumulate && fits && !readers.Contains(value) && claims.All(r => r.Kind == ResultKind.Gradient))
                storages[value] = place;
        }

        return storages;
    }

    /// <summary>How a parameter, a state or a gradient lies.</summary>
    public static Storage OfParameter(
        string parameter, Shape shape, IReadOnlyDictionary<string, ImmutableArray<int>> orders, string name, Region region)
    {
        string leaf = Camel(parameter.Substring(parameter.LastIndexOf('.') + 1));
        string role = region == Region.Gradients ? $"d{char.ToUpperInvariant(leaf[0])}{leaf.Substring(1)}" : leaf;
        ImmutableArray<int> order = orders.TryGetValue(parameter, out ImmutableArray<int> known) ? known : [];
        return Lying(shape, order, name, region) with { Parameter = parameter, Role = role };
    }

    /// <summary>Rows of a value whose axes lie in an order; those of a weight are padded too.</summary>
    public static Storage Lying(Shape shape, ImmutableArray<int> order, string name, Region region, bool unpadded = false)
    {
        Matrix matrix = Matrix.Of(order.IsEmpty ? shape : new([.. order.Select(axis => shape[axis])]));
        Dim rows = order.Length == 2 ? Limits.PadRows(matrix.Rows.Size) : matrix.Rows;
        int pitch = unpadded ? matrix.Columns : order.IsEmpty ? Limits.Pad(matrix.Columns) : Limits.PadWeight(matrix.Columns);
        return new(name, region, rows, matrix.Columns, pitch) { Order = order };
    }

    // What a step makes for someone outside is named after that; the first of several names counts.
    private static Dictionary<Value, (string Name, string Role)> ResultNames(Graph graph)
    {
        var results = new Dictionary<Value, (string Name, string Role)>();
        foreach (GraphResult result in graph.Results)
        {
            (string Name, string Role)? name = result.Kind switch
            {
                ResultKind.Loss => (result.Name, "loss"),
                ResultKind.OutputGradient => (Camel($"{result.Name}.gradient"), "dy"),
                ResultKind.Gradient => (Camel($"{result.Name}.gradient"), "dy"),
                ResultKind.NextState => (Camel($"{result.Name}.next"), "y"),
                _ => null,
            };
            if (name is { } given && !results.ContainsKey(result.Value.Root()))
                results.Add(result.Value.Root(), given);
        }

        return results;
    }

    // What each value that the caller gives is called where it is a parameter, by the name of its leaf.
    private static Dictionary<string, string> GivenNames(Graph graph, IEnumerable<string> taken)
    {
        var names = new HashSet<string>(taken, StringComparer.Ordinal);
        return graph.Nodes.Select(n => n.Op).OfType<Input>().ToDictionary(input => input.Name, input => Unique(Camel(input.Name), names));
    }

    private static Storage OfInput(Input input, string given, bool asGiven, bool unpadded, HashSet<string> names)
    {
        bool dense = asGiven || input.Shape.Rank == 1 || (unpadded && Matrix.Of(input.Shape).Columns < Limits.Block);
        string role = input.Name switch
        {
            "sample_weights" => "sampleWeights",
            var name when name.EndsWith("target", StringComparison.OrdinalIgnoreCase) => "target",
            var name when name.EndsWith("_gradient", StringComparison.Ordinal) => "dy",
            _ => "y",
        };
        return Lying(input.Shape, [], asGiven ? given : Unique($"{given}Rows", names), asGiven ? Region.Input : Region.Arena, dense) with
        {
            Role = role,
            Given = given,
        };
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
