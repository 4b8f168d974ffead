using StaticNet.Generator.Ir;

namespace StaticNet.Generator.Plan;

/// <summary>Nodes that run as one piece of code. What it writes is stored; what only it reads is not.</summary>
/// <param name="Name">The name of the emitted method.</param>
/// <param name="Phase">When it runs.</param>
/// <param name="Nodes">The nodes, operands first.</param>
/// <param name="Reads">The stored values that it reads, each once.</param>
/// <param name="Writes">The values that it stores.</param>
internal abstract record Step(string Name, Phase Phase, ImmutableArray<Node> Nodes, ImmutableArray<Value> Reads, ImmutableArray<Value> Writes)
{
    /// <summary>The layers whose nodes it holds, in order.</summary>
    public IEnumerable<string> Labels => Nodes.SelectMany(n => n.Layers).Distinct();

    public long Flops => Nodes.Sum(n => n.Flops);
}

/// <summary>A product, of matrices or of images with windows, and the maps applied to its result while it is in registers.</summary>
internal sealed record ProductStep(
    string Name, Phase Phase, ImmutableArray<Node> Nodes, ImmutableArray<Value> Reads, ImmutableArray<Value> Writes)
    : Step(Name, Phase, Nodes, Reads, Writes)
{
    public Node Product => Nodes[0];
}

/// <summary>Maps and reductions over one matrix of elements.</summary>
internal sealed record SheetStep(
    string Name, Phase Phase, ImmutableArray<Node> Nodes, ImmutableArray<Value> Reads, ImmutableArray<Value> Writes, Sheet Sheet)
    : Step(Name, Phase, Nodes, Reads, Writes);

/// <summary>An op that runs alone, or copies one behind the other (<see cref="MoveChain"/>).</summary>
internal sealed record OpStep(
    string Name, Phase Phase, ImmutableArray<Node> Nodes, ImmutableArray<Value> Reads, ImmutableArray<Value> Writes)
    : Step(Name, Phase, Nodes, Reads, Writes);
