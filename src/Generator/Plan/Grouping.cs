using StaticNet.Generator.Ir;
using StaticNet.Generator.Ops;

namespace StaticNet.Generator.Plan;

/// <summary>
/// Groups the nodes of a graph into steps: a matrix product with the cheap maps that follow it; maps and reductions over the same rows or
/// columns; copies one behind the other. Groups stand in an order in which they can run, and a node joins a group only from the place of its last
/// producer on, so the order holds by construction.
/// </summary>
internal static class Grouping
{
    /// <param name="graph">A network's graph, or the body of a scan.</param>
    /// <param name="phase">When all of a body runs; of a network's graph null, each result has its own.</param>
    public static ImmutableArray<Step> Fuse(Graph graph, Phase? phase = null)
    {
        IReadOnlyDictionary<Node, Phase> phases = phase is { } same ? graph.Nodes.ToDictionary(n => n, _ => same) : Phases.Assign(graph);
        HashSet<Node> varying = Varying(graph);
        var groups = new List<Group>();
        var homes = new Dictionary<Node, Group>();
        var touching = new Dictionary<Value, SortedSet<int>>();
        ILookup<Value, Node> readers = RootReaders(graph);
        var results = new HashSet<Value>(graph.Results.Select(r => r.Value.Root()));

        // What only parameters determine comes first, so that a product finds it ready: 1/√(σ² + ε).
        foreach (Node node in graph.Nodes.OrderBy(n => phases[n]).ThenBy(varying.Contains).ThenBy(n => n.Id))
        {
            if (Aliases.IsSource(node.Op) || Aliases.IsAlias(node))
                continue;
            ImmutableArray<Value> operands = [.. node.Inputs.Select(v => v.Root()).Distinct()];
            Group? home = node.Op switch
            {
                Map or Reduce when !WeightOrders.IsOfGradients(node) => Joined(node, operands, phases[node]),
                Map or Reduce => null,
                _ => Moved(node, operands, phases[node]),
            };
            if (home is null)
                groups.Add(home = new Group(groups.Count, phases[node], node));
            homes.Add(node, home);
            foreach (Value value in operands.Concat(node.Results))
            {
                if (!touching.TryGetValue(value, out SortedSet<int>? indexes))
                    touching.Add(value, indexes = []);
                indexes.Add(home.Index);
            }
        }

        return Steps(groups, homes, readers, results);

        // What only the next copy reads is not stored.
        Group? Moved(Node node, ImmutableArray<Value> operands, Phase phase) =>
            operands.Length == 1 && readers[operands[0]].Count() == 1 && !results.Contains(operands[0])
            && homes.TryGetValue(operands[0].Node, out Group? before) && before.Phase == phase && before.TryMove(node)
                ? before
                : null;

        // What has no other reader spares its own storing where its reader stands; what is stored in any case is best stored at once.
        bool IsDue(Node node, Value operand) =>
            readers[operand].Count() == 1 || results.Contains(node.Results[0]) || readers[node.Results[0]].Any(r => r.Op is MatMul);

        // The first group that makes or reads an operand, makes none of them later, and takes the node.
        Group? Joined(Node node, ImmutableArray<Value> operands, Phase phase)
        {
            int first = operands.Select(v => homes.TryGetValue(v.Node, out Group? producer) ? producer.Index : 0).DefaultIfEmpty(0).Max();
            IEnumerable<int> related = operands.SelectMany(v => touching.TryGetValue(v, out SortedSet<int>? indexes) ? indexes : []).Where(i => i >= first);
            return related.Distinct().OrderBy(i => i).Select(i => groups[i]).FirstOrDefault(g => g.Phase == phase && g.TryJoin(node, operands, IsDue));
        }
    }

    // What depends on the batch, or on chance.
    private static HashSet<Node> Varying(Graph graph)
    {
        var varying = new HashSet<Node>();
        foreach (Node node in graph.Nodes)
        {
            if (node.Op is Input or Draw || node.Inputs.Any(v => varying.Contains(v.Node)))
                varying.Add(node);
        }

        return varying;
    }

    private static ImmutableArray<Step> Steps(
        List<Group> groups, Dictionary<Node, Group> homes, ILookup<Value, Node> readers, HashSet<Value> results)
    {
        var names = new StepNames();
        var steps = ImmutableArray.CreateBuilder<Step>();
        foreach (Group group in groups)
        {
            ImmutableArray<Node> nodes = [.. group.Nodes];
            ImmutableArray<Value> reads =
            [
                .. nodes.SelectMany(n => n.Inputs).Select(v => v.Root()).Where(v => !homes.TryGetValue(v.Node, out Group? g) || g != group).Distinct(),
            ];
            ImmutableArray<Value> writes =
            [
                .. nodes.SelectMany(n => n.Results).Where(v => results.Contains(v) || readers[v].Any(r => homes[r] != group)),
            ];
            string name = names.Of(nodes, group.Phase);
            steps.Add(nodes[0].Op switch
            {
                MatMul or Conv => new ProductStep(name, group.Phase, nodes, reads, writes),
                Map or Reduce when group.Sheet is { } sheet => new SheetStep(name, group.Phase, nodes, reads, writes, sheet.Merged()),
                _ => new OpStep(name, group.Phase, nodes, reads, writes),
            });
        }

        return steps.ToImmutable();
    }

    // Who reads a stored value, through any alias.
    private static ILookup<Value, Node> RootReaders(Graph graph) => graph.Nodes
        .Where(n => !Aliases.IsAlias(n))
        .SelectMany(n => n.Inputs.Select(v => (Root: v.Root(), Node: n)).Distinct())
        .ToLookup(p => p.Root, p => p.Node);
}
