using StaticNet.Generator.Ir;
using StaticNet.Generator.Ops;

namespace StaticNet.Generator.Autodiff;

/// <summary>Reverse-mode differentiation: walks the graph backwards, one vector-Jacobian product a node, and sums the cotangents of each value.</summary>
internal static class Differentiate
{
    /// <summary>
    /// The gradients of <paramref name="root"/>, whose own cotangent is <paramref name="seed"/>, by each of <paramref name="wanted"/>,
    /// as new nodes of the builder that made <paramref name="nodes"/>. Only nodes between the two take part.
    /// </summary>
    public static ImmutableArray<Value> By(GraphBuilder builder, IReadOnlyList<Node> nodes, Value root, Value seed, IReadOnlyList<Value> wanted) =>
        By(builder, nodes, new Dictionary<Value, Value> { [root] = seed }, wanted);

    /// <summary>As above, of several roots at once, each with its cotangent.</summary>
    public static ImmutableArray<Value> By(
        GraphBuilder builder, IReadOnlyList<Node> nodes, IReadOnlyDictionary<Value, Value> seeds, IReadOnlyList<Value> wanted) =>
        [.. Pull(builder, nodes, seeds, wanted).Select((d, i) => d ?? builder.BroadcastTo(builder.Number(0), wanted[i].Shape))];

    private static ImmutableArray<Value?> Pull(
        GraphBuilder builder, IReadOnlyList<Node> nodes, IReadOnlyDictionary<Value, Value> given, IReadOnlyList<Value> wanted)
    {
        HashSet<Node> dependent = Dependents(nodes, wanted);
        var cotangents = given.ToDictionary(p => p.Key, p => p.Value);
        foreach (Node node in nodes.Reverse())
        {
            ImmutableArray<Value?> known = [.. node.Results.Select(v => cotangents.TryGetValue(v, out Value? d) ? d : null)];
            if (!dependent.Contains(node) || known.All(d => d is null) || node.Inputs.IsEmpty)
                continue;

            builder.Label = node.Label;
            void Accumulate(int i, Value cotangent)
            {
                Value input = node.Inputs[i];
                if (dependent.Contains(input.Node))
                    cotangents[input] = cotangents.TryGetValue(input, out Value? sum) ? sum + cotangent : cotangent;
            }

            node.Op.Vjp(new Pullback(builder, node, known, Accumulate, Pull));
        }

        return [.. wanted.Select(v => cotangents.TryGetValue(v, out Value? d) ? d : null)];
    }

    private static HashSet<Node> Dependents(IReadOnlyList<Node> nodes, IReadOnlyList<Value> wanted)
    {
        var dependent = new HashSet<Node>(wanted.Select(v => v.Node));
        foreach (Node node in nodes.Where(n => n.Inputs.Any(v => dependent.Contains(v.Node))))
            dependent.Add(node);
        return dependent;
    }
}
