using StaticNet.Generator.Ir;
using StaticNet.Generator.Ops;

namespace StaticNet.Generator.Plan;

/// <summary>
/// The order in which tensors of more than one axis lie. What a product reads as its weight has the product's results innermost, a row for
/// each product in their sums: <c>[units,in]</c> lies as <c>[in,units]</c>, <c>[O,C,KH,KW]</c> as <c>[KH,KW,C,O]</c>. All else lies as its shape.
/// </summary>
internal static class WeightOrders
{
    /// <summary>The order of each parameter, by name, from those who read or differentiate it in any of the network's graphs.</summary>
    public static IReadOnlyDictionary<string, ImmutableArray<int>> Of(params Graph[] graphs)
    {
        var orders = new Dictionary<string, ImmutableArray<int>>();
        foreach (Graph graph in graphs)
        {
            foreach (Node node in graph.Nodes)
            {
                foreach (Value weight in WeightsOf(node))
                {
                    if (weight.Op is Parameter parameter)
                        orders[parameter.Name] = Of(weight.Shape.Rank);
                }
            }

            foreach (GraphResult result in graph.Results.Where(r => r.Kind == ResultKind.Gradient && IsGradient(r.Value.Root())))
                orders[result.Name] = Of(result.Value.Shape.Rank);
        }

        return orders;
    }

    /// <summary>The order of a value that a step of the graph makes.</summary>
    public static ImmutableArray<int> Of(Value value, IEnumerable<Node> readers) =>
        IsGradient(value) || readers.Any(r => WeightsOf(r).Any(w => w.Root() == value)) ? Of(value.Shape.Rank) : [];

    // A weight's gradient lies as the weight does, wherever it is.
    private static bool IsGradient(Value value) => !value.Shape.PerSample
        && ((value.Op is MatMul && value.Shape.Rank == 2) || value.Op is Conv { Mode: ConvMode.Filter });

    private static IEnumerable<Value> WeightsOf(Node node) => node.Op switch
    {
        MatMul { TransposeA: false } when node.Inputs[1].Shape is { Rank: 2, PerSample: false } => [node.Inputs[1]],
        Conv { Mode: not ConvMode.Filter } => [node.Inputs[1]],
        Scan scan => scan.Cell.Nodes.SelectMany(WeightsOf).Select(w => w.Op).OfType<Argument>().Select(a => node.Inputs[a.Index]),
        _ => [],
    };

    // Of [O,C,KH,KW]: the windows' axes, channels, units.
    private static ImmutableArray<int> Of(int rank) => [.. Enumerable.Range(2, rank - 2), 1, 0];
}
