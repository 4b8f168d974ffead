using StaticNet.Generator.Ir;
using StaticNet.Generator.Ops;

namespace StaticNet.Generator.Passes;

/// <summary>How a map's body looks along the axes of a sum over its result.</summary>
internal static class SumAxes
{
    /// <summary>True if the value of <paramref name="s"/> depends on where along the summed axes the element of <paramref name="shape"/> stands.</summary>
    public static bool Vary(Scalar s, Reduce sum, Shape shape, ImmutableArray<Value> operands)
    {
        ImmutableArray<int> axes = sum.Axes.Values;
        return s.Subexpressions().Any(e => e switch
        {
            ColumnScalar => axes.Contains(shape.Rank - 1),
            OperandScalar o => axes.Any(axis => !operands[o.Index].Shape.FromEnd(shape.Rank - axis).IsOne),
            _ => false,
        });
    }

    /// <summary>How many elements of <paramref name="shape"/> are added.</summary>
    public static Scalar Count(Reduce sum, Shape shape) =>
        sum.Axes.Values.Aggregate((Scalar)1, (product, axis) => product * ReduceOps.Size(shape[axis]));
}
