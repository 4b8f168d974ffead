using StaticNet.Generator.Ir;
using StaticNet.Generator.Plan;

namespace StaticNet.Generator.Kernels;

/// <summary><c>y = f(x·Wᵀ)</c> by register tiles: x is broadcast, the stored weight <c>[in,units]</c> is read in vectors.</summary>
internal sealed class TiledProduct : Kernel
{
    public override string Name => "tiles";

    public override bool Matches(Step step) => ProductShape.IsForward(step);

    public override bool ReadsUnpadded(Step step, Value value) => ReadsOnlyAsRows(step, value);

    public override bool MayOverwrite(Step step, Value read, Value written) => ProductStore.MayOverwrite(step, read);

    public override Division Divides(Step step) => DividesRows(step);

    public override string Emit(StepCode code)
    {
        Node product = ((ProductStep)code.Step).Product;
        Storage x = code[product.Inputs[0]], w = code[product.Inputs[1]];
        var tile = new Tile(Limits.Pad(w.Columns), (x.Name, $"row * {x.Pitch}", x.Pitch), w.Name, [new("k", $"{x.Columns}", 1, w.Pitch)]);
        return OverRows(code, tile, x.Rows, x.Columns);
    }

    /// <summary>The step's method, which goes over its rows in tiles, and the methods of the tiles.</summary>
    /// <param name="code">The step.</param>
    /// <param name="tile">Its tile.</param>
    /// <param name="rows">The rows of the product.</param>
    /// <param name="depth">The products of a sum, of a full batch.</param>
    public static string OverRows(StepCode code, Tile tile, Dim rows, int depth)
    {
        var heights = Tile.Heights(rows.At(code.MaxBatch), Tile.MostWide);
        tile = tile with { Blocks = ColumnBlocks.Of(tile.Columns, depth, heights) };
        string body = Tile.Loops(code.Share, heights, rows, t => $"{Tile.Name(code.Step.Name, t.Rows)}<S, V>({code.Arguments}, row{tile.Range});");
        return string.Join("\n\n",
        [
            code.Main(tile.Around(body)),
            .. tile.Methods(code, heights, "nint row"),
            ProductStore.Emit(code),
        ]);
    }

    /// <summary>Rows of a product are divided; where they are the batch's, so are those of its operands.</summary>
    public static Division DividesRows(Step step) => Matrix.Of(step.Nodes[0].Results[0].Shape).Rows is { PerSample: true } ? Division.BySample : Division.ByLoop;

    /// <summary>The left operand is read a number at a time; any other may be read in vectors.</summary>
    public static bool ReadsOnlyAsRows(Step step, Value value) => ReadsOnly(step, value, 0);

    /// <summary>Whether the value is nothing else in the step than some operands of its product.</summary>
    public static bool ReadsOnly(Step step, Value value, params int[] operands) =>
        step.Nodes.SelectMany(n => n.Inputs.Select((v, i) => (Root: v.Root(), IsOne: operands.Contains(i) && n == step.Nodes[0])))
            .Where(p => p.Root == value)
            .All(p => p.IsOne);
}
