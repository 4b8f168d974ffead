using StaticNet.Generator.Ops;

namespace StaticNet.Generator.Plan;

/// <summary>In which direction a sheet's reductions go.</summary>
internal enum Sweep
{
    /// <summary>It has none.</summary>
    None,

    /// <summary>Along each row: <c>[n,c] → [n,1]</c>.</summary>
    Rows,

    /// <summary>Down each column: <c>[n,c] → [1,c]</c>.</summary>
    Columns,
}

internal static class Sweeps
{
    public static Sweep Direction(Reduce reduce, Matrix source) =>
        reduce.Axes.Values is [0] && !source.Rows.IsOne ? Sweep.Columns : Sweep.Rows;
}
