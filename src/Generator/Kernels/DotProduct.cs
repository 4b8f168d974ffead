using StaticNet.Generator.Ir;
using StaticNet.Generator.Plan;
using StaticNet.Generator.Text;

namespace StaticNet.Generator.Kernels;

/// <summary>
/// <c>x̄ = f(ȳ·W)</c> with the weight stored <c>[in,units]</c>: both operands run along the units, so each result is the sum over the lanes of
/// vectors. Four columns are finished together, so that their sums are one vector of four.
/// </summary>
internal sealed class DotProduct : Kernel
{
    // 512 bits: 4 rows × 4 columns + 4 of W + 1 of ȳ = 21 of 32 registers. Narrower: 2 × 4 + 4 + 1 = 13 of 16. Where narrow vectors stand for
    // sixteen lanes, several make up each of these: 1 × 4 of two + 2 of ȳ = 10.
    private const int TallRows = 4;
    private const int Columns = 4;

    public override string Name => "dot products";

    public override bool Matches(Step step) => ProductShape.IsInputGradient(step);

    public override bool MayOverwrite(Step step, Value read, Value written) => ProductStore.MayOverwrite(step, read);

    public override bool GoesAcrossLanes(Step step) => true;

    public override Division Divides(Step step) => TiledProduct.DividesRows(step);

    public override string Emit(StepCode code)
    {
        Node product = ((ProductStep)code.Step).Product;
        Storage dy = code[product.Inputs[0]], w = code[product.Inputs[1]];
        string name = code.Step.Name;
        var (declared, end) = code.Share.Begin("row", dy.Rows);
        int most = dy.Rows.At(code.MaxBatch), columns = w.Rows.Size, depth = Limits.Pad(w.Columns), block = Block(columns, depth);
        int[] heights = [.. new[] { TallRows, 2, 1 }.Where(h => h <= most)];
        IEnumerable<string> loops = heights.Select(h => CodeWriter.Text($$"""
            for (; {{Guard(code, h)}}row + {{h}} <= {{end}}; row += {{h}})
                {{name}}Rows{{h}}<S, V>({{code.Arguments}}, row{{(block < columns ? $", column, Math.Min(column + {block}, {columns})" : "")}});
            """));
        string body = declared + "\n" + string.Join("\n", loops);
        string blocks = block == columns ? body : CodeWriter.Text($$"""
            for (nint column = 0; column < {{columns}}; column += {{block}})
            {
                {{body}}
            }
            """);
        return string.Join("\n\n",
        [
            code.Main(blocks),
            .. heights.Select(h => code.Method(
                $"// {h} rows × {Columns} columns in registers",
                $"{name}Rows{h}",
                $"{code.Parameters}, nint row{(block < columns ? ColumnBlocks.Parameters : "")}",
                Band(code, dy, w, h, block < columns),
                isPrivate: true)),
            ProductStore.Emit(code),
        ]);
    }

    // The columns that all rows go over before the next, whose rows of W stay in the first cache.
    private static int Block(int columns, int depth) => Math.Min(columns, Math.Max(1, Limits.FirstCacheBytes / (sizeof(float) * Columns * depth)) * Columns);

    private static string Guard(StepCode code, int rows) =>
        code.Deterministic ? rows > 1 ? "Vector512.IsHardwareAccelerated && " : ""
        : rows == TallRows ? "S.Width == 16 && "
        : "";

    private static string Band(StepCode code, Storage dy, Storage w, int rows, bool isBlock)
    {
        int[] m = [.. Enumerable.Range(0, rows)], j = [.. Enumerable.Range(0, Columns)];
        string zeros = string.Join("\n", m.Select(r => $"V {string.Join(", ", j.Select(i => $"c{r}{i} = S.Zero"))};"));
        string loads = string.Join("\n", j.Select(i => $"V b{i} = S.Load(in b, k + {i * w.Pitch});"));
        string products = string.Join("\n", m.Select(r =>
            $"{(r == 0 ? "V " : "")}a0 = S.Load(in a, k + {r * dy.Pitch});\n" + string.Join("\n", j.Select(i => $"c{r}{i} = S.FusedMultiplyAdd(a0, b{i}, c{r}{i});"))));
        string stores = string.Join("\n", m.Select(r =>
            ProductStore.Call(
                code, $"S.SumEach({string.Join(", ", j.Select(i => $"c{r}{i}"))})", r == 0 ? "row" : $"row + {r}", "column", code.Deterministic ? "Exact128, Vector128<float>" : "Simd128, Vector128<float>")));
        int columns = w.Rows.Size;
        string body = CodeWriter.Text($$"""
            ref float a = ref Unsafe.Add(ref {{dy.Name}}, row * {{dy.Pitch}});
            for ({{(isBlock ? "" : "nint column = 0")}}; column < {{(isBlock ? "end" : $"{columns}")}}; column += {{Columns}})
            {
                {{zeros}}
                ref float b = ref Unsafe.Add(ref {{w.Name}}, column * {{w.Pitch}});
                for (nint k = 0; k < {{Limits.Pad(w.Columns)}}; k += S.Width)
                {
                    {{loads}}
                    {{products}}
                }

                {{stores}}
            }
            """);
        string padding = Padding(code, columns, m);
        return padding.Length == 0 ? body
            : !isBlock ? body + "\n" + padding
            : body + "\n" + CodeWriter.Text($$"""
                if (end == {{columns}})
                {
                    {{padding}}
                }
                """);
    }

    // The last block of a row beyond the weight's padded rows.
    private static string Padding(StepCode code, int columns, int[] rows)
    {
        var lines =
            from value in code.Step.Writes
            let target = code[value]
            from row in rows
            from column in Enumerable.Range(0, (target.Pitch - columns) / Columns)
            select $"Simd128.Store(Simd128.Zero, ref {target.Name}, (row + {row}) * {target.Pitch} + {columns + column * Columns});";
        return string.Join("\n", lines);
    }
}
