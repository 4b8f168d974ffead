using StaticNet.Generator.Ir;
using StaticNet.Generator.Ops;

namespace StaticNet.Generator.Plan;

/// <summary>
/// Nodes that only take elements to other places, one behind the other, run as one copy: first those that read some of the elements (a slice, an
/// axis cut into several), then those that write to some of the places (a pad, several axes joined). A permutation is both.
/// </summary>
internal static class MoveChain
{
    /// <summary>True if the node copies evenly spaced elements.</summary>
    public static bool Takes(Node node) => Reads(node) || Writes(node);

    /// <summary>True if the node can run behind those of the chain.</summary>
    public static bool Continues(IEnumerable<Node> chain, Node node) => Writes(node) || (Reads(node) && chain.All(Reads));

    /// <summary>How many nodes at the chain's begin read; the others write.</summary>
    public static int Reading(ImmutableArray<Node> chain) => chain.TakeWhile(Reads).Count();

    private static bool Reads(Node node) => node.Op is Permute or Slice || (node.Op is Ops.Reshape && Parts(node) is { } parts && parts.SequenceEqual(Long(node.Results[0])));

    private static bool Writes(Node node) => node.Op is Permute or Pad || (node.Op is Ops.Reshape && Parts(node) is { } parts && parts.SequenceEqual(Long(node.Inputs[0])));

    private static ImmutableArray<Dim>? Parts(Node node) => RowView.Common(Long(node.Inputs[0]), Long(node.Results[0]));

    private static ImmutableArray<Dim> Long(Value value) => [.. value.Shape.Dims.Where(extent => !extent.IsOne)];
}
