namespace StaticNet.Data;

/// <summary>What a column's cells are read as.</summary>
internal enum CellKind
{
    Number,
    Integer,
    Text,
    Date,
}
