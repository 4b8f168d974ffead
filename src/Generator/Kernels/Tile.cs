using StaticNet.Generator.Text;

namespace StaticNet.Generator.Kernels;

/// <summary>
/// The register tile that every product is made of: <c>C[m,j] = Σ A[m·am + a]·B[b + j]</c>, where a and b move on with each turn of a nest of
/// loops. A scalar of A is broadcast against vectors of B; rows × vectors accumulators stay in registers, and C is touched once.
/// </summary>
/// <param name="Columns">The columns of C, padded.</param>
/// <param name="A">The reference whose elements are broadcast, where the tile's first row begins in it, and its step from row to row.</param>
/// <param name="B">The reference read in vectors.</param>
/// <param name="Depth">The loops over the products of a sum, outermost first.</param>
internal sealed record Tile(int Columns, (string Name, string Start, int Row) A, string B, ImmutableArray<TileLoop> Depth)
{
    /// <summary>Where a column begins in B.</summary>
    public string First { get; init; } = "column";

    /// <summary>The columns that a call goes over, if it is told; else all.</summary>
    public ColumnBlocks? Blocks { get; init; }

    // 512 bits have 32 registers: 8 rows × 2 vectors + 2 of B + 1 of A. 256 and 128 bits have 16: 6 rows × 2 vectors + 2 + 1 = 15.
    // Fewer rows take more vectors: eight accumulators hide the latency of a multiply-add, 4 cycles, two of which start in each.
    private static readonly ImmutableArray<(int Rows, int Vectors)> Wide = [(8, 2), (4, 2), (2, 4), (1, 8)];
    private static readonly ImmutableArray<(int Rows, int Vectors)> Narrow = [(6, 2), (4, 2), (2, 4), (1, 8)];

    /// <summary>The heights of tile that some width needs for up to <paramref name="most"/> rows; for exactly so many, if <paramref name="exact"/>.</summary>
    public static IReadOnlyList<(int Rows, int Vectors)> Heights(int most, bool exact = false) =>
        [.. Used(most, Wide, exact).Union(Used(most, Narrow, exact)).OrderByDescending(t => t.Rows)];

    /// <summary>How far tiles of a height go over exactly so many rows: as few sixes as leave fours, since shorter tiles read B more often.</summary>
    public static int Until(int height, int rows)
    {
        if (height != 6)
            return rows;
        int sixes = rows / 6;
        while (sixes > 0 && (rows - 6 * sixes) % 4 != 0)
            sixes--;
        return sixes > 0 || rows % 4 == 0 ? 6 * sixes : rows;
    }

    /// <summary>The loop over tiles of one height; <paramref name="turn"/> is the call of a tile with the index of its first row.</summary>
    public static string Loop((int Rows, int Vectors) tile, string index, string count, string turn) => CodeWriter.Text($$"""
        for (; {{Guard(tile.Rows)}}{{index}} + {{tile.Rows}} <= {{count}}; {{index}} += {{tile.Rows}})
            {{turn}}
        """);

    /// <summary>The method of each height; it takes <paramref name="parameters"/> behind the step's.</summary>
    public IEnumerable<string> Methods(StepCode code, IEnumerable<(int Rows, int Vectors)> heights, string parameters) =>
        heights.Select(t => Method(code, Name(code.Step.Name, t.Rows), t, $"{code.Parameters}, {parameters}", (product, row, column) => ProductStore.Call(code, product, row, column)));

    /// <summary>The method of one height; <paramref name="store"/> is the statement that stores a vector at a row and a column.</summary>
    public string Method(StepCode code, string name, (int Rows, int Vectors) height, string parameters, Func<string, string, string, string> store) => code.Method(
        $"// {height.Rows} rows × {height.Vectors} vectors in registers", name, Blocks is null ? parameters : parameters + ColumnBlocks.Parameters, Band(height.Rows, height.Vectors, store), isPrivate: true);

    /// <summary>The name of the method of a height.</summary>
    public static string Name(string stem, int rows) => $"{stem}Rows{rows}";

    // The tallest tile differs by width; the choice is a constant to the JIT.
    private static string Guard(int rows) => rows switch { 8 => "S.Width == 16 && ", 6 => "S.Width < 16 && ", _ => "" };

    private static IEnumerable<(int Rows, int Vectors)> Used(int most, ImmutableArray<(int Rows, int Vectors)> tiles, bool exact)
    {
        foreach (var tile in tiles)
        {
            int until = exact ? Until(tile.Rows, most) : most;
            if (until < tile.Rows)
                continue;
            yield return tile;
            most -= exact ? until / tile.Rows * tile.Rows : 0;
            if (most == 0)
                yield break;
        }
    }

    // What belongs to a row of the tile stands on a line, if it is not too long.
    private static string Together(string[] statements) => string.Join(statements.Sum(text => text.Length) <= 110 ? " " : "\n", statements);

    // All columns of some rows, or those of a block: as many vectors together as fit, then half as many, down to one.
    private string Band(int rows, int vectors, Func<string, string, string, string> store)
    {
        List<string> parts = Blocks is null ? ["nint column = 0;"] : [];
        for (int count = vectors; count >= 1; count /= 2)
        {
            if (Widths(rows).Any(w => count == vectors ? Columns / w >= count : Columns / w % (2 * count) >= count))
                parts.Add(Block(rows, count, store));
        }

        return string.Join("\n", parts);
    }

    private static int[] Widths(int rows) => rows switch { 8 => [16], 6 => [8, 4], _ => [16, 8, 4] };

    private string Block(int rows, int vectors, Func<string, string, string, string> store)
    {
        int[] m = [.. Enumerable.Range(0, rows)], v = [.. Enumerable.Range(0, vectors)];
        string Offset(int i) => i == 0 ? "0" : i == 1 ? "S.Width" : $"{i} * S.Width";
        string advance = vectors == 1 ? "S.Width" : $"{vectors} * S.Width";
        string zeros = string.Join("\n", m.Select(r => $"V {string.Join(", ", v.Select(i => $"c{r}{i} = S.Zero"))};"));
        string loads = $"V {string.Join(", ", v.Select(i => $"b{i} = S.Load(in b, {Offset(i)})"))};";
        string products = string.Join("\n", m.Select(r =>
            Together([$"{(r == 0 ? "V " : "")}s = S.Broadcast(in a, {r * A.Row});", .. v.Select(i => $"c{r}{i} = S.FusedMultiplyAdd(s, b{i}, c{r}{i});")])));
        string stores = string.Join("\n", m.Select(r => Together([.. v.Select(i =>
            store($"c{r}{i}", r == 0 ? "row" : $"(row + {r})", i == 0 ? "column" : $"column + {Offset(i)}"))])));
        string turn = CodeWriter.Text($$"""
            {{loads}}
            {{products}}
            """);
        for (int i = Depth.Length - 1; i >= 0; i--)
            turn = Depth[i].Around(turn);
        return CodeWriter.Text($$"""
            for (; column + {{advance}} <= {{(Blocks is null ? $"{Columns}" : "end")}}; column += {{advance}})
            {
                {{zeros}}
                ref float a = ref Unsafe.Add(ref {{A.Name}}, {{A.Start}});
                ref float b = ref Unsafe.Add(ref {{B}}, {{First}});
                {{turn}}

                {{stores}}
            }
            """);
    }
}

/// <summary>A loop over products: its variable and count, and how far A and B move on after each turn.</summary>
internal sealed record TileLoop(string Variable, string Count, int A, int B)
{
    /// <summary>The loop around a body; a single turn needs none.</summary>
    public string Around(string body)
    {
        string[] steps = [.. Step("a", A), .. Step("b", B)];
        string turn = string.Join("\n", steps.Prepend(body));
        return Count == "1" ? turn : CodeWriter.Text($$"""
            for (int {{Variable}} = 0; {{Variable}} < {{Count}}; {{Variable}}++)
            {
                {{turn}}
            }
            """);
    }

    private static IEnumerable<string> Step(string name, int by) => by == 0 ? [] : [$"{name} = ref Unsafe.Add(ref {name}, {by});"];
}
