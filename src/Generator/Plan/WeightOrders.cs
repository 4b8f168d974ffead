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
        IsGradient(value) || readers.Any(r => WeightsOf(r).Concat(TermsOf(r)).Any(w => w.Root() == value)) ? Of(value.Shape.Rank) : [];

    /// <summary>
    /// True for a map over gradients of weights, such as the sum of what two layers say of a weight that they share: it lies as they do, and all that it
    /// reads of its shape must.
    /// </summary>
    public static bool IsOfGradients(Node node) => node.Op is Map && TermsOf(node).Any();

    /// <summary>True for what lies as a weight does, wherever it is: a weight's gradient.</summary>
    public static bool IsGradient(Value value) => !value.Shape.PerSample
        && ((value.Op is MatMul && value.Shape.Rank == 2) || value.Op is Conv { Mode: ConvMode.Filter } || IsOfGradients(value.Node));

    // What a map over gradients reads element by element.
    private static IEnumerable<Value> TermsOf(Node node)
    {
        if (node.Op is not Map || node.Results[0].Shape is { PerSample: true } or { Rank: < 2 })
            return [];
        Value[] terms = [.. node.Inputs.Where(v => v.Shape.Equals(node.Results[0].Shape))];
        return terms.Any(v => IsGradient(v.Root())) ? terms : [];
    }

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
