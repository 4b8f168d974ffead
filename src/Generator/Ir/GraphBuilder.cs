namespace StaticNet.Generator.Ir;

/// <summary>What primitives are added to; every op's builder method extends it.</summary>
internal interface IBuilder
{
    Value Add(Op op, params ReadOnlySpan<Value> inputs);
}

/// <summary>Collects nodes in order; <see cref="Build"/> closes the graph over its results.</summary>
internal sealed class GraphBuilder : IBuilder
{
    private readonly List<Node> _nodes = [];

    /// <summary>The nodes so far.</summary>
    public ImmutableArray<Node> Nodes => [.. _nodes];

    /// <summary>The layer that nodes added from now on belong to.</summary>
    public string Label { get; set; } = "";

    public Value Add(Op op, params ReadOnlySpan<Value> inputs) => AddNode(op, inputs.ToImmutableArray()).Results[0];

    public Node AddNode(Op op, ImmutableArray<Value> inputs)
    {
        var node = new Node(this, _nodes.Count, op, inputs, Label);
        _nodes.Add(node);
        return node;
    }

    /// <summary>The nodes that the results need, in order.</summary>
    public Graph Build(IEnumerable<GraphResult> results) => Graph.Close(_nodes, [.. results]);
}
