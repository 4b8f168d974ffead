using StaticNet.Generator.Ir;
using StaticNet.Generator.Plan;
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

    /// <summary>How many rows of B ahead are asked for, if it comes from memory; else 0.</summary>
    public int Ahead { get; init; }

    /// <summary>
    /// The most vectors of 512 bits that eight rows can have: 8 × 3 + 3 of B + 1 of A are 28 of 32 registers, with 35 instructions for 24 multiply-adds where
    /// 8 × 2 have 26 for 16. That gains up to 3 of 100, more where another thread shares the core, for half as much text again.
    /// </summary>
    public const int MostWide = 3;

    // 512 bits have 32 registers: 8 rows × 2 vectors + 2 of B + 1 of A. 256 and 128 bits have 16: 6 rows × 2 vectors + 2 + 1 = 15.
    // Fewer rows take more vectors: eight accumulators hide the latency of a multiply-add, 4 cycles, two of which start in each.
    private static readonly ImmutableArray<(int Rows, int Vectors)> Wide = [(8, 2), (4, 2), (3, 4), (2, 4), (1, 8)];
    private static readonly ImmutableArray<(int Rows, int Vectors)> Narrow = [(6, 2), (4, 2), (3, 4), (2, 4), (1, 8)];

    // A weight of more than this comes from memory or the third cache in each call, since others of its size drive it out. So many rows ahead the next lines
    // are there in time, from a third to twice as many as well; those that other rows have brought already cost two of a hundred.
    private const int LeastAhead = 4 * Limits.CacheBytes, RowsAhead = 64;

    /// <summary>How many rows ahead of a weight are asked for.</summary>
    public static int AheadIn(Storage weight) => weight.Exact(1) * sizeof(float) > LeastAhead ? RowsAhead : 0;

    /// <summary>The heights of tile that some width needs for up to <paramref name="most"/> rows, and the vectors of the tallest.</summary>
    public static IReadOnlyList<(int Rows, int Vectors)> Heights(int most, int wide = 2) =>
    [
        .. new[] { Wide, Narrow }.SelectMany(tiles => tiles.Where(t => t.Rows <= most && t.Rows != 3)).Distinct()
            .Select(t => t.Rows == 8 ? (t.Rows, wide) : t).OrderByDescending(t => t.Rows),
    ];

    /// <summary>
    /// The heights of tile that some width needs for exactly so many rows. Seven, the width of many images, are one tile at 512 bits: with three vectors, where
    /// B is near, 7 × 3 + 3 of B + 1 of A are 25 of its 32 registers, and B is read once where 4 + 3 rows read it twice.
    /// </summary>
    public static IReadOnlyList<(int Rows, int Vectors)> HeightsOf(int rows) => [.. (rows == 7 ? [(7, 2)] : Used(Wide, rows)).Union(Used(Narrow, rows)).OrderByDescending(t => t.Rows)];

    /// <summary>The vectors that most tiles for exactly so many rows can have where B is near: twelve accumulators of sixteen registers.</summary>
    public static int VectorsNear(int rows) => Best(rows).Max() switch { 6 => 2, 4 => 3, 1 => 8, _ => 4 };

    /// <summary>How far tiles of a height go over exactly so many rows: what is left for shorter ones is what costs the least.</summary>
    public static int Until(int height, int rows) => height > 6 ? rows : Best(rows).Where(t => t >= height).Sum();

    // The heights that go over so many rows at the least cost: of many rows, sixes and a few that are tried.
    private static ImmutableArray<int> Best(int rows)
    {
        int sixes = Math.Max(0, rows / 6 - 2);
        var best = new List<(double Cost, ImmutableArray<int> Heights)> { (0, []) };
        for (int i = 1; i <= rows - 6 * sixes; i++)
        {
            best.Add(Costs.Where(t => t.Rows <= i)
                .Select(t => (Cost: best[i - t.Rows].Cost + t.Cost, Heights: best[i - t.Rows].Heights.Add(t.Rows)))
                .Aggregate((a, b) => b.Cost < a.Cost ? b : a));
        }

        return [.. Enumerable.Repeat(6, sixes), .. best[best.Count - 1].Heights];
    }

    // Cycles of a vector for a product: 6 rows × 2 vectors take 6.4, 4 × 2 4.3; fewer rows wait for B.
    private static readonly ImmutableArray<(int Rows, double Cost)> Costs = [(6, 3.2), (4, 2.14), (3, 1.61), (2, 1.4), (1, 1.2)];

    /// <summary>The loop over tiles of one height; <paramref name="turn"/> is the call of a tile with the index of its first row.</summary>
    public static string Loop((int Rows, int Vectors) tile, string index, string count, string turn) => CodeWriter.Text($$"""
        for (; {{Guard(tile.Rows)}}{{index}} + {{tile.Rows}} <= {{count}}; {{index}} += {{tile.Rows}})
            {{turn}}
        """);

    /// <summary>The loops over a thread's share of so many rows, in tiles of several heights.</summary>
    public static string Loops(ShareText share, IEnumerable<(int Rows, int Vectors)> heights, Dim rows, Func<(int Rows, int Vectors), string> turn)
    {
        var (declared, end) = share.Begin("row", rows);
        return declared + "\n" + string.Join("\n", heights.Select(height => Loop(height, "row", end, turn(height))));
    }

    /// <summary>The loops over a thread's share of exactly so many rows; in a share, what the tallest tiles leave is known only when it runs.</summary>
    public static string Loops(ShareText share, string index, int rows, Func<(int Rows, int Vectors), string> turn, int together = 0)
    {
        if (!share.IsShared)
            return $"nint {index} = 0;\n" + string.Join("\n", HeightsOf(rows).Select(height => Loop(height, index, $"{Until(height.Rows, rows)}", turn(height))));
        string unit = $"{(together > 0 ? together : rows >= 64 ? 8 : rows >= 12 ? 4 : 1)}";
        return $"nint {index} = {share.From($"{rows}", unit)}, {index}End = {share.To($"{rows}", unit)};\n"
            + string.Join("\n", HeightsIn(rows).Select(height => Loop(height, index, $"{index}End", turn(height))));
    }

    /// <summary>The heights of the loops over a share of exactly so many rows.</summary>
    public static IReadOnlyList<(int Rows, int Vectors)> HeightsOf(ShareText share, int rows) => share.IsShared ? HeightsIn(rows) : HeightsOf(rows);

    private static IReadOnlyList<(int Rows, int Vectors)> HeightsIn(int most) => [.. Wide.Union(Narrow).Where(t => t.Rows <= most).OrderByDescending(t => t.Rows)];

    /// <summary>The method of each height; it takes <paramref name="parameters"/> behind the step's.</summary>
    public IEnumerable<string> Methods(StepCode code, IEnumerable<(int Rows, int Vectors)> heights, string parameters) =>
        heights.Select(t => Method(code, Name(code.Step.Name, t.Rows), t, $"{code.Parameters}, {parameters}", (products, row) =>
            Together(products.Select((product, i) => ProductStore.Call(code, product, row, Places("column", i))))));

    // The method of one height; the text that stores the vectors of a row from column on is given for them and the row.
    private string Method(StepCode code, string name, (int Rows, int Vectors) height, string parameters, Func<string[], string, string> store)
    {
        int vectors = VectorsOf(height);
        int most = Math.Min(vectors, Columns / Widths(height.Rows)[^1]);
        return code.Method(
            $"// {height.Rows} rows × {most} vector{(most == 1 ? "" : "s")} in registers", name, Blocks is null ? parameters : parameters + ColumnBlocks.Parameters, Band(height.Rows, vectors, store), isPrivate: true);
    }

    // Four vectors are twice two: a single one would wait for its loads. Of more columns that one is a small part.
    private int VectorsOf((int Rows, int Vectors) height) => height == (8, MostWide) && Columns == 4 * Limits.Block ? 2 : height.Vectors;

    /// <summary>
    /// The call of a method of one height that stores bare sums in rows of <paramref name="sums"/>, which all steps of the same extents call; where
    /// <paramref name="adds"/> tells when, it adds them to what is there.
    /// </summary>
    public string Sums(
        StepCode code, string stem, (int Rows, int Vectors) height, string parameters, string arguments, (string Name, int Pitch) sums, string row, string? adds = null)
    {
        string told = adds is null ? "" : ", bool adds";
        string name = code.Part(Name(stem, height.Rows), name => Method(code, name, height, $"{parameters}, ref float sums, nint row{told}", (products, row) =>
        {
            string at = $"{(row.Contains(' ') ? $"({row})" : row)} * {sums.Pitch} + column";
            return adds is null ? Together(products.Select((product, i) => $"S.Store({product}, ref sums, {Places(at, i)});"))
                : string.Join("\n", Enumerable.Range(0, (products.Length + 3) / 4).Select(i =>
                    $"Sums.Store<S, V>({string.Join(", ", products.Skip(4 * i).Take(4))}, ref sums, {Places(at, 4 * i)}, adds);"));
        }));
        return $"{name}<S, V>({arguments}, ref {sums.Name}, {row}{(adds is null ? "" : $", {adds}")}{Range});";
    }

    /// <summary>What a call passes of the columns.</summary>
    public string Range => Blocks is null ? "" : ColumnBlocks.Arguments;

    /// <summary>The loop over blocks of columns around a body, if there are several.</summary>
    public string Around(string body) => Blocks?.Around(body) ?? body;

    /// <summary>The name of the method of a height.</summary>
    public static string Name(string stem, int rows) => $"{stem}Rows{rows}";

    // The tallest tile differs by width; the choice is a constant to the JIT.
    private static string Guard(int rows) => rows switch { 7 or 8 => "S.Width == 16 && ", 6 => "S.Width < 16 && ", _ => "" };

    private static IEnumerable<(int Rows, int Vectors)> Used(ImmutableArray<(int Rows, int Vectors)> tiles, int rows)
    {
        int done = 0;
        foreach (var tile in tiles)
        {
            int count = Math.Max(0, (Until(tile.Rows, rows) - done) / tile.Rows);
            if (count > 0)
                yield return tile;
            done += count * tile.Rows;
        }
    }

    // What belongs to a row of the tile stands on a line, if it is not too long.
    private static string Together(IEnumerable<string> statements) => string.Join(statements.Sum(text => text.Length) <= 110 ? " " : "\n", statements);

    // So many vectors behind a place.
    private static string Places(string place, int vectors) =>
        vectors == 0 ? place : (place == "0" ? "" : place + " + ") + (vectors == 1 ? "S.Width" : $"{vectors} * S.Width");

    // All columns of some rows, or those of a block: as many vectors together as fit, then those that are left, by powers of two.
    private string Band(int rows, int vectors, Func<string[], string, string> store)
    {
        List<string> parts = Blocks is null ? ["nint column = 0;"] : [];
        int[] runs = [.. Widths(rows).SelectMany(w => Blocks is null ? [Columns / w] : Blocks.Runs(w)).Distinct()];
        foreach (int count in (int[])[vectors, .. ((int[])[4, 2, 1]).Where(count => count < vectors)])
        {
            if (runs.Any(run => count == vectors ? run >= count : (run % vectors & count) != 0))
                parts.Add(Block(rows, count, store));
        }

        return string.Join("\n", parts);
    }

    private static int[] Widths(int rows) => rows switch { 7 or 8 => [16], 6 => [8, 4], _ => [16, 8, 4] };

    private string Block(int rows, int vectors, Func<string[], string, string> store)
    {
        int[] m = [.. Enumerable.Range(0, rows)], v = [.. Enumerable.Range(0, vectors)];
        string advance = vectors == 1 ? "S.Width" : $"{vectors} * S.Width";
        string zeros = string.Join("\n", m.Select(r => $"V {string.Join(", ", v.Select(i => $"c{r}{i} = S.Zero"))};"));
        string loads = $"V {string.Join(", ", v.Select(i => $"b{i} = S.Load(in b, {Places("0", i)})"))};";
        if (Ahead > 0)
            loads += "\n" + Together(v.Select(i => $"Prefetch.Line(ref Unsafe.Add(ref b, {Places($"{Ahead * Depth[Depth.Length - 1].B}", i)}));"));
        string products = string.Join("\n", m.Select(r =>
            Together([$"{(r == 0 ? "V " : "")}s = S.Broadcast(in a, {r * A.Row});", .. v.Select(i => $"c{r}{i} = S.FusedMultiplyAdd(s, b{i}, c{r}{i});")])));
        string stores = string.Join("\n", m.Select(r => store([.. v.Select(i => $"c{r}{i}")], r == 0 ? "row" : $"row + {r}")));
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
