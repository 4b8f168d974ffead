namespace StaticNet.Generator.Ir;

/// <summary>What a graph's result is to the network.</summary>
internal enum ResultKind
{
    /// <summary>The declared output, before the loss's link.</summary>
    Output,

    /// <summary>The output with the loss's link applied.</summary>
    Prediction,

    /// <summary>The value of the loss, one number.</summary>
    Loss,

    /// <summary>The loss's gradient by the output, where the backward pass begins.</summary>
    OutputGradient,

    /// <summary>The loss's gradient by a parameter, accumulated.</summary>
    Gradient,

    /// <summary>What a state becomes after the step.</summary>
    NextState,

    /// <summary>The loss's gradient by an input.</summary>
    InputGradient,

    /// <summary>In a body: what the next step begins with.</summary>
    Carry,

    /// <summary>In a body: what is kept of each step.</summary>
    Stack,
}

/// <summary>A named result: <c>gradient dense1.weight %12</c>.</summary>
internal sealed record GraphResult(ResultKind Kind, string Name, Value Value);

/// <summary>A directed acyclic graph of primitive operations, in an order in which operands come first.</summary>
internal sealed class Graph
{
    private Graph(ImmutableArray<Node> nodes, ImmutableArray<GraphResult> results) => (Nodes, Results) = (nodes, results);

    public ImmutableArray<Node> Nodes { get; }

    public ImmutableArray<GraphResult> Results { get; }

    /// <summary>The graph of the nodes that the results reach and of what the caller gives, read or not, in the order given.</summary>
    public static Graph Close(IReadOnlyList<Node> nodes, ImmutableArray<GraphResult> results)
    {
        var alive = new HashSet<Node>([.. results.Select(r => r.Value.Node), .. nodes.Where(n => n.Op.IsGiven)]);
        for (int i = nodes.Count - 1; i >= 0; i--)
        {
            if (alive.Contains(nodes[i]))
                alive.UnionWith(nodes[i].Inputs.Select(v => v.Node));
        }

        return new Graph([.. nodes.Where(alive.Contains)], results);
    }

    /// <summary>
    /// The graph rebuilt node by node: <paramref name="rewrite"/> gets the builder, a node and its new operands, and returns the node's new results.
    /// Nodes that no result reaches are gone, inputs aside, and the rest are numbered from 0. The graph itself, if every node stays as it is.
    /// </summary>
    public Graph Rewrite(Func<GraphBuilder, Node, ImmutableArray<Value>, ImmutableArray<Value>> rewrite)
    {
        var builder = new GraphBuilder();
        var renewed = new Dictionary<Value, Value>();
        bool same = true;
        foreach (Node node in Nodes)
        {
            builder.Label = node.Label;
            ImmutableArray<Value> inputs = [.. node.Inputs.Select(v => renewed[v])];
            ImmutableArray<Value> results = rewrite(builder, node, inputs);
            same &= results.Length == node.Results.Length && results[0].Node is var made && results.SequenceEqual(made.Results)
                && made.Id == node.Id && made.Label == node.Label && made.Inputs.SequenceEqual(inputs) && made.Op.Equals(node.Op);
            for (int i = 0; i < node.Results.Length; i++)
                renewed[node.Results[i]] = results[i];
        }

        return same ? this : builder.Build(Results.Select(r => r with { Value = renewed[r.Value] })).Renumber();
    }

    /// <summary>The same graph, numbered from 0 without gaps.</summary>
    public Graph Renumber()
    {
        if (Nodes.Select((node, i) => node.Id == i).All(same => same))
            return this;
        return Rewrite((builder, node, inputs) => builder.AddNode(node.Op, inputs).Results);
    }

    /// <summary>Who reads each value; a result of the graph counts as no reader.</summary>
    public ILookup<Value, Node> Readers() =>
        Nodes.SelectMany(node => node.Inputs.Distinct().Select(v => (Value: v, Node: node))).ToLookup(p => p.Value, p => p.Node);

    public override string ToString() => IrPrinter.Print(this);
}
