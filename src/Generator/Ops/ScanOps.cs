using StaticNet.Generator.Ir;

namespace StaticNet.Generator.Ops;

/// <summary>One step: carries, the step's elements of the sequences, and what is the same for all steps → the next carries, and outputs to stack.</summary>
internal delegate (ImmutableArray<Value> Carries, ImmutableArray<Value> Outputs) ScanCell(
    IBuilder net, ImmutableArray<Value> carries, ImmutableArray<Value> elements, ImmutableArray<Value> invariants);

internal static class ScanOps
{
    /// <summary>
    /// Runs <paramref name="cell"/> along the first axis of <paramref name="sequences"/>: the carries after the last step, and <c>[T,…]</c> of each
    /// output. The cell may read nothing but what it is given. Everything that the derivative may need is stacked as well, until a pass finds
    /// that nothing reads it.
    /// </summary>
    public static (ImmutableArray<Value> Last, ImmutableArray<Value> Outputs) Scan(
        this IBuilder net,
        int length,
        ImmutableArray<Value> carries,
        ImmutableArray<Value> sequences,
        ImmutableArray<Value> invariants,
        ScanCell cell,
        bool reverse = false,
        int? truncate = null)
    {
        var body = new GraphBuilder();
        int count = 0;
        Value Taken(Value operand, bool element) => body.Add(
            new Argument(count++, element ? new(operand.Shape.Dims.RemoveAt(0)) : operand.Shape, operand.Element));
        ImmutableArray<Value> before = [.. carries.Select(v => Taken(v, false))];
        ImmutableArray<Value> elements = [.. sequences.Select(v => Taken(v, true))];
        ImmutableArray<Value> same = [.. invariants.Select(v => Taken(v, false))];
        var (after, outputs) = cell(body, before, elements, same);

        Graph graph = body.Build(Generator.Ops.Scan.Returned(after, [.. outputs, .. Saves(body.Nodes, before, elements, outputs)])).Renumber();
        var scan = new Scan(graph, length, carries.Length, sequences.Length, reverse, truncate);
        ImmutableArray<Value> results = net.Add(scan, [.. carries, .. sequences, .. invariants]).Node.Results;
        return ([.. results.Take(carries.Length)], [.. results.Skip(carries.Length).Take(outputs.Length)]);
    }

    // The carries before each step, and what depends on them or on a sequence; the rest is as well computed again.
    private static IEnumerable<Value> Saves(
        ImmutableArray<Node> nodes, ImmutableArray<Value> carries, ImmutableArray<Value> elements, ImmutableArray<Value> outputs)
    {
        HashSet<Value> varying = [.. carries, .. elements];
        foreach (Node node in nodes.Where(n => n.Inputs.Any(varying.Contains)))
            varying.UnionWith(node.Results);
        return nodes.SelectMany(n => n.Results)
            .Where(v => varying.Contains(v) && v.Element == Element.Float32 && !elements.Contains(v) && !outputs.Contains(v));
    }
}
