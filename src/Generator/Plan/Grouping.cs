using StaticNet.Generator.Ir;
using StaticNet.Generator.Ops;

namespace StaticNet.Generator.Plan;

/// <summary>
/// Groups the nodes of a graph into steps: a matrix product with the cheap maps that follow it; maps and reductions over the same rows or
/// columns. Groups stand in an order in which they can run, and a node joins a group only from the place of its last producer on, so the order
/// holds by construction.
/// </summary>
internal static class Grouping
{
    public static ImmutableArray<Step> Fuse(Graph graph)
    {
        IReadOnlyDictionary<Node, Phase> phases = Phases.Assign(graph);
        ILookup<Value, Node> readers = RootReaders(graph);
        var groups = new List<Group>();
        var homes = new Dictionary<Node, Group>();
        foreach (Node node in graph.Nodes.OrderBy(n => phases[n]).ThenBy(n => n.Id))
        {
            if (node.Op is Leaf || Aliases.IsAlias(node.Op))
                continue;
            Group home = Home(node, phases[node], groups, homes, readers);
            home.Nodes.Add(node);
            homes.Add(node, home);
        }

        return Steps(graph, groups, homes, readers);
    }

    private static Group Home(Node node, Phase phase, List<Group> groups, Dictionary<Node, Group> homes, ILookup<Value, Node> readers)
    {
        ImmutableArray<Value> operands = [.. node.Inputs.Select(v => v.Root())];
        int first = operands.Select(v => homes.TryGetValue(v.Node, out Group? producer) ? producer.Index : -1).DefaultIfEmpty(-1).Max();
        if (node.Op is Map or Reduce)
        {
            for (int i = Math.Max(first, 0); i < groups.Count; i++)
            {
                Group group = groups[i];
                bool related = i == first || operands.Any(v => group.Touches(v));
                if (related && group.Phase == phase && group.TryJoin(node, operands, readers))
                    return group;
            }
        }

        var created = new Group(groups.Count, phase, node);
        groups.Add(created);
        return created;
    }

    private static ImmutableArray<Step> Steps(Graph graph, List<Group> groups, Dictionary<Node, Group> homes, ILookup<Value, Node> readers)
    {
        var results = new HashSet<Value>(graph.Results.Select(r => r.Value.Root()));
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
                MatMul => new ProductStep(name, group.Phase, nodes, reads, writes),
                RandomUniform => new RandomStep(name, group.Phase, nodes, reads, writes),
                _ => new SheetStep(name, group.Phase, nodes, reads, writes, group.Domain, group.Sweep),
            });
        }

        return steps.ToImmutable();
    }

    // Who reads a stored value, through any alias.
    private static ILookup<Value, Node> RootReaders(Graph graph) => graph.Nodes
        .Where(n => !Aliases.IsAlias(n.Op))
        .SelectMany(n => n.Inputs.Select(v => (Root: v.Root(), Node: n)).Distinct())
        .ToLookup(p => p.Root, p => p.Node);
}
