using StaticNet.Generator.Ir;
using StaticNet.Generator.Text;

namespace StaticNet.Generator.Kernels;

/// <summary>
/// The register tile that every product is made of: <c>C[m,j] = Σₖ A[m·am + k·ak]·B[k·bk + j]</c>. A scalar of A is broadcast against vectors
/// of B; rows × vectors accumulators stay in registers, and C is touched once.
/// </summary>
/// <param name="Rows">The rows of C.</param>
/// <param name="Columns">The columns of C, padded.</param>
/// <param name="Depth">The text of the number of products in a sum.</param>
/// <param name="A">The reference whose elements are broadcast, its step from row to row and from product to product.</param>
/// <param name="B">The reference read in vectors, and its step from product to product.</param>
internal sealed record Tile(
    Dim Rows, int Columns, string Depth, (string Name, int Row, int Step) A, (string Name, int Step) B)
{
    // 512 bits have 32 registers: 8 rows × 2 vectors + 2 of B + 1 of A. 256 and 128 bits have 16: 6 rows × 2 vectors + 2 + 1 = 15.
    // Fewer rows take more vectors: eight accumulators hide the latency of a multiply-add, 4 cycles, two of which start in each.
    private static readonly ImmutableArray<(int Rows, int Vectors)> Wide = [(8, 2), (4, 2), (2, 4), (1, 8)];
    private static readonly ImmutableArray<(int Rows, int Vectors)> Narrow = [(6, 2), (4, 2), (2, 4), (1, 8)];

    /// <summary>The step's method and one method for each height of tile that some width needs.</summary>
    public string Emit(StepCode code, string comment)
    {
        string name = code.Step.Name;
        string rows = StepCode.Rows(Rows);
        int most = Rows.At(code.MaxBatch);
        var heights = Heights(most, Wide).Union(Heights(most, Narrow)).OrderByDescending(t => t.Rows).ToList();
        IEnumerable<string> loops = heights.Select(t => CodeWriter.Text($$"""
            for (; {{Guard(t.Rows)}}row + {{t.Rows}} <= {{rows}}; row += {{t.Rows}})
                {{name}}Rows{{t.Rows}}<S, V>({{code.Arguments}}, row);
            """));
        return string.Join("\n\n",
        [
            code.Method(comment, name, code.Parameters, "int row = 0;\n" + string.Join("\n", loops)),
            .. heights.Select(t => code.Method(
                $"// {t.Rows} rows × {t.Vectors} vectors in registers", $"{name}Rows{t.Rows}", $"{code.Parameters}, nint row", Band(code, t.Rows, t.Vectors), isPrivate: true)),
            ProductStore.Emit(code),
        ]);
    }

    // The tallest tile differs by width; the choice is a constant to the JIT.
    private static string Guard(int rows) => rows switch { 8 => "S.Width == 16 && ", 6 => "S.Width < 16 && ", _ => "" };

    private static IEnumerable<(int Rows, int Vectors)> Heights(int most, ImmutableArray<(int Rows, int Vectors)> tiles) =>
        tiles.Where((t, i) => most >= t.Rows);

    // All columns of some rows: as many vectors together as fit, then half as many, down to one.
    private string Band(StepCode code, int rows, int vectors)
    {
        var parts = new List<string> { "nint column = 0;" };
        for (int count = vectors; count >= 1; count /= 2)
        {
            if (Widths(rows).Any(w => count == vectors ? Columns / w >= count : Columns / w % (2 * count) >= count))
                parts.Add(Block(code, rows, count));
        }

        return string.Join("\n", parts);
    }

    private static int[] Widths(int rows) => rows switch { 8 => [16], 6 => [8, 4], _ => [16, 8, 4] };

    private string Block(StepCode code, int rows, int vectors)
    {
        int[] m = [.. Enumerable.Range(0, rows)], v = [.. Enumerable.Range(0, vectors)];
        string Offset(int i) => i == 0 ? "0" : i == 1 ? "S.Width" : $"{i} * S.Width";
        string advance = vectors == 1 ? "S.Width" : $"{vectors} * S.Width";
        string zeros = string.Join("\n", m.Select(r => $"V {string.Join(", ", v.Select(i => $"c{r}{i} = S.Zero"))};"));
        string loads = $"V {string.Join(", ", v.Select(i => $"b{i} = S.Load(in b, {Offset(i)})"))};";
        string products = string.Join("\n", m.Select(r =>
            $"{(r == 0 ? "V " : "")}s = S.Broadcast(in a, {r * A.Row});\n" + string.Join("\n", v.Select(i => $"c{r}{i} = S.FusedMultiplyAdd(s, b{i}, c{r}{i});"))));
        string stores = string.Join("\n", m.SelectMany(r => v.Select(i =>
            ProductStore.Call(code, $"c{r}{i}", r == 0 ? "row" : $"row + {r}", i == 0 ? "column" : $"column + {Offset(i)}"))));
        return CodeWriter.Text($$"""
            for (; column + {{advance}} <= {{Columns}}; column += {{advance}})
            {
                {{zeros}}
                ref float a = ref Unsafe.Add(ref {{A.Name}}, row * {{A.Row}});
                ref float b = ref Unsafe.Add(ref {{B.Name}}, column);
                for (int k = 0; k < {{Depth}}; k++)
                {
                    {{loads}}
                    {{products}}
                    a = ref Unsafe.Add(ref a, {{A.Step}});
                    b = ref Unsafe.Add(ref b, {{B.Step}});
                }

                {{stores}}
            }
            """);
    }
}
