using StaticNet.Generator.Ir;
using StaticNet.Generator.Ops;

namespace StaticNet.Generator.Passes;

/// <summary>
/// Removes from a scan the stacks that nobody reads, the carries that nothing depends on, and the operands that no step needs: in inference what is
/// kept for the derivative, in training what the derivative turned out not to need.
/// </summary>
internal static class RemoveDead
{
    public static Graph Run(Graph graph)
    {
        ILookup<Value, Node> readers = graph.Readers();
        HashSet<Value> results = [.. graph.Results.Select(r => r.Value)];
        return graph.Rewrite((net, node, inputs) => node.Op is Scan scan
            ? Narrowed(net, scan, inputs, [.. node.Results.Select(v => results.Contains(v) || readers.Contains(v))])
            : net.AddNode(node.Op, inputs).Results);
    }

    private static ImmutableArray<Value> Narrowed(GraphBuilder net, Scan scan, ImmutableArray<Value> inputs, bool[] live)
    {
        // A carry is alive if its last value is read, or if any value that is alive depends on it at any step.
        HashSet<Node> needed = Needed(scan, live);
        while (Enumerable.Range(0, scan.Carries).Where(i => !live[i] && needed.Contains(scan.Leaves[i].Node)).ToArray() is { Length: > 0 } revived)
        {
            foreach (int carry in revived)
                live[carry] = true;
            needed = Needed(scan, live);
        }

        int[] kept = [.. Enumerable.Range(0, inputs.Length).Where(i => i < scan.Carries ? live[i] : needed.Contains(scan.Leaves[i].Node))];
        if (kept.Length == inputs.Length && live.All(alive => alive))
            return net.AddNode(scan, inputs).Results;

        Graph cell = Cell(scan, needed, live, kept);
        var narrow = new Scan(
            cell, scan.Length, kept.Count(i => i < scan.Carries), kept.Count(i => i >= scan.Carries && i < scan.Carries + scan.Sequences), scan.Reverse, scan.Truncate);
        ImmutableArray<Value> made = net.AddNode(narrow, [.. kept.Select(i => inputs[i])]).Results;

        // The place of a result that nobody reads is held by another.
        int next = 0;
        return [.. live.Select(alive => alive ? made[next++] : made[0])];
    }

    // What the results that are alive need of a step.
    private static HashSet<Node> Needed(Scan scan, bool[] live)
    {
        HashSet<Node> needed = [.. scan.Cell.Results.Where((_, i) => live[i]).Select(r => r.Value.Node)];
        foreach (Node node in scan.Cell.Nodes.Reverse().Where(needed.Contains))
            needed.UnionWith(node.Inputs.Select(v => v.Node));
        return needed;
    }

    private static Graph Cell(Scan scan, HashSet<Node> needed, bool[] live, int[] kept)
    {
        var body = new GraphBuilder();
        var copies = new Dictionary<Value, Value>();
        for (int i = 0; i < kept.Length; i++)
        {
            Value leaf = scan.Leaves[kept[i]];
            copies.Add(leaf, body.Add(new Argument(i, leaf.Shape, leaf.Element)));
        }

        foreach (Node node in scan.Cell.Nodes.Where(n => n.Op is not Argument && needed.Contains(n)))
        {
            body.Label = node.Label;
            ImmutableArray<Value> results = body.AddNode(node.Op, [.. node.Inputs.Select(v => copies[v])]).Results;
            for (int i = 0; i < results.Length; i++)
                copies.Add(node.Results[i], results[i]);
        }

        IEnumerable<Value> Alive(int start, int end) => Enumerable.Range(start, end - start).Where(i => live[i]).Select(i => copies[scan.Cell.Results[i].Value]);
        return body.Build(Scan.Returned(Alive(0, scan.Carries), Alive(scan.Carries, live.Length)));
    }
}
