using StaticNet.Generator.Ir;
using StaticNet.Generator.Ops;

namespace StaticNet.Generator.Passes;

/// <summary>
/// Computes once what two nodes compute alike, and stacks once what a scan stacks twice. Cuts stay apart: the caller may write another value to each.
/// </summary>
internal static class MergeEqual
{
    // y = f(a, b), z = f(a, b)   →   z = y
    public static Graph Run(Graph graph)
    {
        var known = new Dictionary<Op, List<Node>>();
        return graph.Rewrite((net, node, inputs) =>
        {
            if (node.Op is Cut)
                return net.AddNode(node.Op, inputs).Results;
            if (!known.TryGetValue(node.Op, out List<Node>? alike))
                known.Add(node.Op, alike = []);
            Node? equal = alike.Find(n => n.Inputs.SequenceEqual(inputs));
            if (equal is null)
                alike.Add(equal = net.AddNode(node.Op, inputs));
            return node.Op is Scan scan ? Distinct(scan, equal.Results) : equal.Results;
        });
    }

    private static ImmutableArray<Value> Distinct(Scan scan, ImmutableArray<Value> results)
    {
        ImmutableArray<Value> stacked = scan.Stacked;
        return [.. results.Take(scan.Carries), .. stacked.Select(v => results[scan.Carries + stacked.IndexOf(v)])];
    }
}
