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

    /// <summary>The layer's name; empty for what belongs to none. Of a node made of several, their layers, joined in the order in which they compute.</summary>
    public string Label { get; }

    /// <summary>The layers of <see cref="Label"/>, one by one.</summary>
    public IEnumerable<string> Layers => Label.Split(Join).Where(l => l.Length > 0);

    /// <summary>The layer whose value this node computes.</summary>
    public string Layer => Label.Substring(Label.LastIndexOf(Join) + 1);

    private const char Join = '+';

    /// <summary>The label of a node that does what one of the label <paramref name="first"/> does, and then what one of <paramref name="second"/> does.</summary>
    public static string Labels(string first, string second) =>
        string.Join(Join.ToString(), first.Split(Join).Concat(second.Split(Join)).Where(l => l.Length > 0).Reverse().Distinct().Reverse());

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
