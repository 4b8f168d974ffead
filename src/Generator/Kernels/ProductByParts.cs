using StaticNet.Generator.Ir;
using StaticNet.Generator.Plan;
using StaticNet.Generator.Text;

namespace StaticNet.Generator.Kernels;

/// <summary>
/// <c>y = f(x·Wᵀ)</c> of many rows by a large weight, <c>y = Σᵢ (y + xᵢ·Wᵢᵀ)</c>: all rows take one part of the inputs after the other, so few that their
/// weights for some columns stay in the first cache, and add to what the ones before it have stored. The maps follow in place. Few rows read the weight once
/// in any case: they take it whole (<see cref="TiledProduct"/>).
/// </summary>
internal sealed class ProductByParts(int maxBatch) : Kernel
{
    // Rows from which on parts pay: as many read each part.
    private const int Least = 32;

    // All rows go over blocks of three vectors of columns at 512 bits, of four at others, by tiles of two; the weights of three take three quarters of the
    // first cache. At 256 bits blocks of two took 2 to 4 % longer.
    private const int Vectors = 2, Narrow = 4, Most = 3 * Limits.FirstCacheBytes / 2 / (Tile.MostWide * Limits.Block * sizeof(float));

    public override string Name => "tiles, part by part";

    public override bool CanAccumulate => false;

    public override bool Matches(Step step) => ProductShape.IsForward(step) && step.Writes.Length == 1
        && ((ProductStep)step).Product is { Inputs: [var x, var w] } && Matrix.Of(x.Shape).Rows.At(maxBatch) >= Least
        && Parts(w.Shape[1].Size) > 1 && ColumnBlocks.Of(Limits.Pad(w.Shape[0].Size), w.Shape[1].Size, Tile.Heights(Least)) is not null;

    public override bool ReadsUnpadded(Step step, Value value) => TiledProduct.ReadsOnlyAsRows(step, value);

    public override Division Divides(Step step) => TiledProduct.DividesRows(step);

    public override string Emit(StepCode code)
    {
        Node product = ((ProductStep)code.Step).Product;
        Storage x = code[product.Inputs[0]], w = code[product.Inputs[1]], y = code[code.Step.Writes[0]];
        int columns = Limits.Pad(w.Columns), parts = Parts(x.Columns), products = x.Columns / parts;
        var heights = Tile.Heights(x.Rows.At(code.MaxBatch), Tile.MostWide);
        var tile = new Tile(columns, ("x", $"row * {x.Pitch}", x.Pitch), "weight", [new("k", $"{products}", 1, w.Pitch)])
        {
            Blocks = new(columns, Narrow) { Wide = Tile.MostWide },
            Ahead = Tile.AheadIn(w),
        };
        string sums = Tile.Loops(code.Share, heights, x.Rows, height => tile.Sums(
            code, $"Part{products}To{columns}", (height.Rows, height.Rows == 8 ? Tile.MostWide : Vectors), "ref float x, ref float weight", "ref inputs, ref weights", (y.Name, y.Pitch), "row", "part > 0"));
        string row = CodeWriter.Text($$"""
            for (nint at = 0; at < {{columns}}; at += S.Width)
                {{ProductStore.Call(code, $"S.Load(in {y.Name}, place * {y.Pitch} + at)", "place", "at")}}
            """);
        var whole = new Tile(columns, (x.Name, $"row * {x.Pitch}", x.Pitch), w.Name, [new("k", $"{x.Columns}", 1, w.Pitch)])
        {
            Blocks = ColumnBlocks.Of(columns, x.Columns, heights),
        };
        string few = whole.Around(Tile.Loops(code.Share, heights, x.Rows, t => $"{Tile.Name(code.Step.Name, t.Rows)}<S, V>({code.Arguments}, row{whole.Range});"));
        string body = CodeWriter.Text($$"""
            if ({{StepCode.Rows(x.Rows)}} < {{Least}})
            {
                {{few}}
                return;
            }

            for (nint part = 0; part < {{parts}}; part++)
            {
                ref float inputs = ref Unsafe.Add(ref {{x.Name}}, part * {{products}}), weights = ref Unsafe.Add(ref {{w.Name}}, part * {{products * w.Pitch}});
                {{tile.Around(sums)}}
            }

            {{(code.Step.Nodes.Length == 1 ? "" : code.Share.Loop("place", x.Rows, row))}}
            """);
        return string.Join("\n\n", [code.Main(body), .. whole.Methods(code, heights, "nint row"), ProductStore.Emit(code)]);
    }

    // The parts that divide the inputs and are short enough.
    private static int Parts(int inputs)
    {
        int parts = (inputs + Most - 1) / Most;
        while (inputs % parts != 0)
            parts++;
        return inputs / parts >= Most / 4 ? parts : 1;
    }
}
