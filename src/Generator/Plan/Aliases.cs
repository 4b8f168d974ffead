using StaticNet.Generator.Ir;
using StaticNet.Generator.Ops;

namespace StaticNet.Generator.Plan;

/// <summary>Values that are other values under another name, shape or contract, and need no code.</summary>
internal static class Aliases
{
    /// <summary>True for what no step makes.</summary>
    public static bool IsSource(Op op) => op is Leaf or Constant;

    public static bool IsAlias(Op op) => op is Ops.Reshape or Stop or Cut;

    /// <summary>The value whose elements these are, in the same rows.</summary>
    public static Value Root(this Value value)
    {
        while (IsAlias(value.Op))
        {
            Value source = value.Node.Inputs[0];
            if (Matrix.Of(source.Shape) != Matrix.Of(value.Shape))
                throw new NotSupportedException($"{value.Op.Text} of {source.Shape} moves elements between rows");
            value = source;
        }

        return value;
    }
}
