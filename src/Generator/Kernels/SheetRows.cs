using StaticNet.Generator.Ir;
using StaticNet.Generator.Plan;
using StaticNet.Generator.Text;

namespace StaticNet.Generator.Kernels;

/// <summary>The row loops of a sheet, and where in them the elements of a value lie.</summary>
internal sealed class SheetRows(Sheet sheet)
{
    // The innermost loop is over `row`; those around it have names from the inside out.
    private static readonly ImmutableArray<string> Names = ["row", "block", "outer"];

    private ImmutableArray<string> Variables { get; } =
        [.. sheet.Rows.Select((_, i) => sheet.Rows.Length - 1 - i is var depth && depth < Names.Length ? Names[depth] : $"outer{depth}")];

    /// <summary>The rows that one column's reduction goes over.</summary>
    public static Dim Swept(Sheet sheet) => Product(sheet.Rows.Where((_, i) => sheet.Swept[i]));

    /// <summary>The body for each index of the row axes that are swept, of the others, or of all (null).</summary>
    public string Loop(string body, bool? swept = null)
    {
        string text = body;
        for (int i = sheet.Rows.Length - 1; i >= 0; i--)
        {
            if (swept is { } which && sheet.Swept[i] != which)
                continue;
            text = CodeWriter.Text($$"""
                for (nint {{Variables[i]}} = 0; {{Variables[i]}} < {{StepCode.Rows(sheet.Rows[i])}}; {{Variables[i]}}++)
                {
                    {{text}}
                }
                """);
        }

        return text;
    }

    /// <summary>The offset of a value's row: <c>block * 3136 + row * 64</c>; "" for the first.</summary>
    public string Offset(Access access, int pitch)
    {
        var terms = new List<string>();
        Stride stride = pitch;
        for (int i = sheet.Rows.Length - 1; i >= 0; i--)
        {
            if (!access.Rows[i])
                continue;
            terms.Insert(0, stride.Of(Variables[i]));
            stride = stride.Around(sheet.Rows[i]);
        }

        return string.Join(" + ", terms);
    }

    /// <summary>The offset among the rows that are swept, each <paramref name="pitch"/> floats long.</summary>
    public string SweptOffset(int pitch) => Offset(new(sheet.Swept, false), pitch);

    private static Dim Product(IEnumerable<Dim> extents) =>
        extents.Aggregate(new Dim(1), (product, extent) => new(checked(product.Size * extent.Size), product.PerSample | extent.PerSample));
}
