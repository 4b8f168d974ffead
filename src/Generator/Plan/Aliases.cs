using StaticNet.Generator.Ir;
using StaticNet.Generator.Ops;

namespace StaticNet.Generator.Plan;

/// <summary>Values that are other values under another name, shape or contract, and need no code.</summary>
internal static class Aliases
{
    /// <summary>True for what no step makes.</summary>
    public static bool IsSource(Op op) => op is Leaf or Constant;

    /// <summary>True if the node's elements are its operand's, in the same places.</summary>
    public static bool IsAlias(Node node) => node.Op switch
    {
        Stop or Cut { Copies: false } => true,
        Ops.Reshape when IsOrdered(node.Inputs[0].Shape) || IsOrdered(node.Results[0].Shape) => false,
        Ops.Reshape when Matrix.Of(node.Inputs[0].Shape) is var from && Matrix.Of(node.Results[0].Shape) is var to =>
            from == to || (from.IsDense && to.IsDense),
        _ => false,
    };

    // A weight or its gradient lies in an order of its axes (WeightOrders), which other axes have not.
    private static bool IsOrdered(Shape shape) => shape.Rank > 1 && !shape.PerSample && !Matrix.Of(shape).Rows.IsOne;

    /// <summary>The value whose elements these are, in the same places.</summary>
    public static Value Root(this Value value)
    {
        while (IsAlias(value.Node))
            value = value.Node.Inputs[0];
        return value;
    }
}
