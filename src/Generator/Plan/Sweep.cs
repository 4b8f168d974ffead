namespace StaticNet.Generator.Plan;

/// <summary>In which direction a sheet's reductions go.</summary>
internal enum Sweep
{
    /// <summary>It has none.</summary>
    None,

    /// <summary>Along each row: <c>[n,c] → [n,1]</c>.</summary>
    Rows,

    /// <summary>Down each column, over some axes of rows: <c>[n,c] → [1,c]</c>, <c>[n,t,c] → [n,1,c]</c>.</summary>
    Columns,
}
