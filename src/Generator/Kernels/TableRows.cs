using StaticNet.Generator.Ir;
using StaticNet.Generator.Plan;
using StaticNet.Generator.Text;

namespace StaticNet.Generator.Kernels;

/// <summary>The loops over indices of any shape, and where in them the row that belongs to an index lies.</summary>
/// <param name="shape">The indices' shape.</param>
/// <param name="indices">How they lie.</param>
/// <param name="rowsShape">The shape of one row an index.</param>
/// <param name="rows">How those lie.</param>
internal sealed class TableRows(Shape shape, Storage indices, Shape rowsShape, Storage rows)
{
    private static readonly string[] Names = ["i", "j", "k", "l", "m", "o", "p", "q"];

    /// <summary>The place of a row's first element.</summary>
    public string At { get; } = Offset(rows.Strides(rowsShape).Take(shape.Rank));

    /// <summary>The body for each index of a share, which is the local <c>token</c>.</summary>
    public string Loop(ShareText share, string body)
    {
        string at = Offset(indices.Strides(shape));
        string text = $"nint token = Unsafe.As<float, int>(ref Unsafe.Add(ref {indices.Name}, {at}));\n{body}";
        for (int axis = shape.Rank - 1; axis > 0; axis--)
        {
            text = CodeWriter.Text($$"""
                for (nint {{Names[axis]}} = 0; {{Names[axis]}} < {{StepCode.Rows(shape[axis])}}; {{Names[axis]}}++)
                {
                    {{text}}
                }
                """);
        }

        return shape.Rank == 0 ? text : share.Loop(Names[0], shape[0], text);
    }

    private static string Offset(IEnumerable<Stride> strides)
    {
        string sum = string.Join(" + ", strides.Select((stride, i) => stride.Of(Names[i])));
        return sum.Length > 0 ? sum : "0";
    }
}
