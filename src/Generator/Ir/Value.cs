namespace StaticNet.Generator.Ir;

/// <summary>One operation in a graph, with its operands, its results and the layer that it belongs to.</summary>
internal sealed class Node
{
    public Node(IBuilder builder, int id, Op op, ImmutableArray<Value> inputs, string label)
    {
        (Builder, Id, Op, Inputs, Label) = (builder, id, op, inputs, label);
        Element = op.ElementOf([.. inputs.Select(v => v.Element)]);
        Results = [.. op.Results([.. inputs.Select(v => v.Shape)]).Select((shape, i) => new Value(this, i, shape))];
    }

    public IBuilder Builder { get; }

    /// <summary>Its place in the graph; operands come before.</summary>
    public int Id { get; }

    public Op Op { get; }

    public ImmutableArray<Value> Inputs { get; }

    public ImmutableArray<Value> Results { get; }

    /// <summary>The element type of the results.</summary>
    public Element Element { get; }

    /// <summary>The layer's name; empty for what belongs to none.</summary>
    public string Label { get; }

    /// <summary>Floating-point operations for a batch of one.</summary>
    public long Flops => Op.Flops([.. Inputs.Select(v => v.Shape)], Results[0].Shape);
}

/// <summary>A result of a node: a tensor with a shape and an element type.</summary>
internal sealed class Value(Node node, int index, Shape shape)
{
    public Node Node { get; } = node;

    public int Index { get; } = index;

    public Shape Shape { get; } = shape;

    public Op Op => Node.Op;

    public Element Element => Node.Element;

    public override string ToString() => Node.Results.Length == 1 ? $"%{Node.Id}" : $"%{Node.Id}.{Index}";
}
