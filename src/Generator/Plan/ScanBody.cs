using StaticNet.Generator.Ir;
using StaticNet.Generator.Ops;

namespace StaticNet.Generator.Plan;

/// <summary>
/// The body of a scan as it is planned: each of its results is what a step makes, in a place of its own. Only a carry and a stack may be one value.
/// </summary>
internal static class ScanBody
{
    public static Graph Of(Node node)
    {
        var scan = (Scan)node.Op;
        Graph cell = scan.Cell;
        var builder = new GraphBuilder();
        var copies = new Dictionary<Value, Value>();
        foreach (Node inner in cell.Nodes)
        {
            builder.Label = inner.Label.Length > 0 ? inner.Label : node.Label;
            ImmutableArray<Value> made = builder.AddNode(inner.Op, [.. inner.Inputs.Select(v => copies[v])]).Results;
            for (int i = 0; i < made.Length; i++)
                copies.Add(inner.Results[i], made[i]);
        }

        builder.Label = node.Label;
        var taken = new HashSet<(ResultKind, Value)>();
        GraphResult[] results = [.. cell.Results.Select(r => r with { Value = Placed(r.Kind, copies[r.Value]) })];
        return builder.Build(results).Renumber();

        // A map that changes nothing: a copy.
        Value Placed(ResultKind kind, Value value)
        {
            Value root = value.Root();
            bool isMade = !Aliases.IsSource(root.Op) && Matrix.Of(root.Shape) == Matrix.Of(value.Shape);
            return isMade && taken.Add((kind, root)) ? value : builder.Add(new Map(Scalar.Operand(0)), value);
        }
    }
}
