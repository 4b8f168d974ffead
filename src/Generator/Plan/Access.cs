using StaticNet.Generator.Infrastructure;

namespace StaticNet.Generator.Plan;

/// <summary>Along which row axes of a sheet, and whether along its columns, a value changes; along the others it repeats.</summary>
internal sealed record Access(EquatableArray<bool> Rows, bool Columns)
{
    /// <summary>One element for each of the sheet.</summary>
    public bool IsFull => Columns && Rows.All(present => present);

    /// <summary>One element for each row.</summary>
    public bool IsRow => !Columns && Rows.All(present => present);

    /// <summary>One element.</summary>
    public bool IsScalar => !Columns && !Rows.Contains(true);
}
