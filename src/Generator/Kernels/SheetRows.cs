using StaticNet.Generator.Ir;
using StaticNet.Generator.Plan;
using StaticNet.Generator.Text;

namespace StaticNet.Generator.Kernels;

/// <summary>The row loops of a sheet, and where in them the elements of a value lie.</summary>
internal sealed class SheetRows(Sheet sheet)
{
    /// <summary>The rows of a block of a long sum.</summary>
    public const int Block = 32;

    // The innermost loop is over `row`; those around it have names from the inside out.
    private static readonly ImmutableArray<string> Names = ["row", "block", "outer"];

    private ImmutableArray<string> Variables { get; } =
        [.. sheet.Rows.Select((_, i) => sheet.Rows.Length - 1 - i is var depth && depth < Names.Length ? Names[depth] : $"outer{depth}")];

    /// <summary>Whether threads can divide the columns of a sheet that is swept by columns, or the row axes that are not swept.</summary>
    public static bool HasSeveral(Sheet sheet) => sheet.Swept.Any(swept => !swept) || sheet.Columns > Limits.Block;

    /// <summary>The rows that one column's reduction goes over.</summary>
    public static Dim Swept(Sheet sheet) => Product(sheet.Rows.Where((_, i) => sheet.Swept[i]));

    /// <summary>The body for each index of the row axes that are swept, the innermost of them in blocks, with what comes before and after a block.</summary>
    public string Blocks(string before, string body, string after)
    {
        int last = Enumerable.Range(0, sheet.Rows.Length).Last(i => sheet.Swept[i]);
        string rows = StepCode.Rows(sheet.Rows[last]), row = Variables[last];
        return Loop(CodeWriter.Text($$"""
            for (nint first = 0; first < {{rows}}; first += {{Block}})
            {
                {{before}}
                nint behind = first + {{Block}} < {{rows}} ? first + {{Block}} : {{rows}};
                for (nint {{row}} = first; {{row}} < behind; {{row}}++)
                {
                    {{body}}
                }

                {{after}}
            }
            """), swept: true, without: last);
    }

    /// <summary>The body for each index of the row axes that are swept, of the others, or of all (null); one axis may be left out.</summary>
    /// <param name="body">A turn.</param>
    /// <param name="swept">Which axes.</param>
    /// <param name="without">The axis that is left out.</param>
    /// <param name="share">How threads divide the outermost of them; by default they do not.</param>
    public string Loop(string body, bool? swept = null, int without = -1, ShareText? share = null)
    {
        string text = body;
        int first = Enumerable.Range(0, sheet.Rows.Length).FirstOrDefault(i => swept is null || sheet.Swept[i] == swept);
        for (int i = sheet.Rows.Length - 1; i >= 0; i--)
        {
            if ((swept is { } which && sheet.Swept[i] != which) || i == without)
                continue;
            text = (i == first && share is not null ? share : ShareText.Alone).Loop(Variables[i], sheet.Rows[i], text);
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
