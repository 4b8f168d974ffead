namespace StaticNet.Generator.Ir;

/// <summary>
/// The cotangents of <paramref name="wanted"/>, where those of some values are given, as new nodes of the builder that made <paramref name="nodes"/>;
/// null where none comes.
/// </summary>
internal delegate ImmutableArray<Value?> Differentiation(
    GraphBuilder builder, IReadOnlyList<Node> nodes, IReadOnlyDictionary<Value, Value> given, IReadOnlyList<Value> wanted);

/// <summary>What an op sees when its cotangent is pulled back to its operands.</summary>
internal sealed class Pullback(
    IBuilder builder, Node node, ImmutableArray<Value?> cotangents, Action<int, Value> accumulate, Differentiation differentiate) : IBuilder
{
    /// <summary>The result's cotangent, <c>ȳ</c>.</summary>
    public Value Cotangent => cotangents[0]!;

    /// <summary>The cotangents of all results; null for one that nothing reads.</summary>
    public ImmutableArray<Value?> Cotangents => cotangents;

    /// <summary>The result, <c>y</c>.</summary>
    public Value Output => node.Results[0];

    public ImmutableArray<Value> Outputs => node.Results;

    /// <summary>Differentiates a body.</summary>
    public Differentiation Differentiate => differentiate;

    public int InputCount => node.Inputs.Length;

    public Value Input(int index) => node.Inputs[index];

    /// <summary>Adds <paramref name="cotangent"/> to that of operand <paramref name="index"/>.</summary>
    public void Accumulate(int index, Value cotangent) => accumulate(index, cotangent);

    public Value Add(Op op, params ReadOnlySpan<Value> inputs) => builder.Add(op, inputs);
}
