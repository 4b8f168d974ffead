using StaticNet.Generator.Plan;
using StaticNet.Generator.Text;

namespace StaticNet.Generator.Kernels;

/// <summary>
/// <c>W̄ = Σₙ ȳₙᵀ·xₙ</c>, stored <c>[in,units]</c> as the weight is: the rows of the tile are inputs, the depth is the batch. Of many rows, such as those
/// of all steps of a sequence, some at a time stay in the caches for all tiles; a pass adds to what the ones before it have stored.
/// </summary>
internal sealed class WeightGradientProduct : Kernel
{
    // So many sums of products hide that a pass reads and writes what it adds to.
    private const int Pass = 256;

    public override string Name => "tiles over the batch";

    public override bool Matches(Step step) => ProductShape.IsWeightGradient(step);

    public override Division Divides(Step step) => Division.ByLoop;

    public override string Emit(StepCode code)
    {
        var step = (ProductStep)code.Step;
        Storage dy = code[step.Product.Inputs[0]], x = code[step.Product.Inputs[1]];
        int columns = Limits.Pad(dy.Columns), depth = x.Rows.At(code.MaxBatch);
        return depth > 2 * Pass
            ? InPasses(code, dy, x, columns)
            : TiledProduct.OverRows(code, new Tile(columns, (x.Name, "row", 1), dy.Name, [new("k", StepCode.Rows(x.Rows), x.Pitch, dy.Pitch)]), x.Columns, depth);
    }

    private static string InPasses(StepCode code, Storage dy, Storage x, int columns)
    {
        Storage sums = code[code.Step.Writes[0]];
        var heights = Tile.HeightsOf(code.Share, x.Columns);
        var tile = new Tile(columns, ("x", "row", 1), "dy", [new("k", "count", x.Pitch, dy.Pitch)]) { Blocks = ColumnBlocks.Of(columns, Pass, heights) };
        string adds = code.Accumulates ? "accumulate || first > 0" : "first > 0";
        string turns = Tile.Loops(code.Share, "row", x.Columns, height => tile.Sums(
            code, $"Sums{x.Columns}To{columns}", height, "ref float x, ref float dy, nint count", "ref from, ref by, count", (sums.Name, sums.Pitch), "row", adds));
        return code.Main(CodeWriter.Text($$"""
            for (int first = 0; first < {{StepCode.Rows(x.Rows)}}; first += {{Pass}})
            {
                int count = Math.Min({{Pass}}, {{StepCode.Rows(x.Rows)}} - first);
                ref float from = ref Unsafe.Add(ref {{x.Name}}, (nint)first * {{x.Pitch}}), by = ref Unsafe.Add(ref {{dy.Name}}, (nint)first * {{dy.Pitch}});
                {{tile.Around(turns)}}
            }
            """));
    }
}
