using StaticNet.Generator.Ir;

namespace StaticNet.Generator.Plan;

/// <summary>A shape as it lies in memory: rows of its last axis; a vector is one row, one number a sample is one column.</summary>
internal readonly record struct Matrix(Dim Rows, int Columns)
{
    public bool IsScalar => Rows.IsOne && Columns == 1;

    /// <summary>True if its rows lie without padding between them, so that they may be read as rows of another length.</summary>
    public bool IsDense => Columns % Limits.Block == 0;

    public static Matrix Of(Shape shape) => shape.Rank switch
    {
        0 => new(1, 1),
        1 => shape[0].PerSample ? new(shape[0], 1) : new(1, shape[0].Size),
        _ when !shape[shape.Rank - 1].PerSample => new(shape.Span(0, shape.Rank - 1), shape[shape.Rank - 1].Size),
        _ => throw new NotSupportedException($"{shape} ends with the batch"),
    };

    /// <summary>The axes that count rows, outermost first.</summary>
    public static ImmutableArray<Dim> RowAxes(Shape shape) => shape.Rank switch
    {
        0 => [],
        1 => shape[0].PerSample ? shape.Dims : [],
        _ => shape.Dims.RemoveAt(shape.Rank - 1),
    };

    public override string ToString() => $"[{Rows},{Columns}]";
}
