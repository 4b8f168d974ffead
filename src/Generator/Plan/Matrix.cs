using StaticNet.Generator.Ir;

namespace StaticNet.Generator.Plan;

/// <summary>A shape seen as rows of elements: the first axis by the product of the others; a vector is one row.</summary>
internal readonly record struct Matrix(Dim Rows, int Columns)
{
    public bool IsScalar => Rows.IsOne && Columns == 1;

    public static Matrix Of(Shape shape) => shape.Rank switch
    {
        0 => new(1, 1),
        1 when !shape[0].PerSample => new(1, shape[0].Size),
        _ when shape.Span(1, shape.Rank) is { PerSample: false } rest => new(shape[0], rest.Size),
        _ => throw new NotSupportedException($"{shape} does not lead with the batch"),
    };

    public override string ToString() => $"[{Rows},{Columns}]";
}
