using StaticNet.Generator.Ir;
using StaticNet.Generator.Plan;
using StaticNet.Generator.Text;

namespace StaticNet.Generator.Kernels;

/// <summary>
/// <c>y[p,o] = f(Σ x[p·s + q·d, c]·w[q,c,o])</c> by register tiles: the rows of a tile are neighbouring places of the window, and a line of
/// the window is one run through x and through the weight, which is stored <c>[KH,KW,C,O]</c>.
/// </summary>
internal sealed class TiledConvolution : Kernel
{
    public override string Name => "convolution tiles";

    public override bool Matches(Step step) => ConvolutionTiles.Matches(step);

    public override bool ReadsUnpadded(Step step, Value value) => TiledProduct.ReadsOnlyAsRows(step, value);

    public override bool MayOverwrite(Step step, Value read, Value written) => ProductStore.MayOverwrite(step, read);

    public override ImmutableArray<Matrix> Scratch(Step step) => Finishes(step) ? [new(ImageShape.Of(step.Nodes[0], 1).Width, step.Nodes[0].Inputs[1].Shape[0].Size)] : [];

    public override string Emit(StepCode code)
    {
        Node product = ((ProductStep)code.Step).Product;
        Storage x = code[product.Inputs[0]], w = code[product.Inputs[1]];
        var image = ImageShape.Of(product, x.Pitch);
        bool finishes = Finishes(code.Step);
        if (!finishes && (code.Step.Nodes.Length > 1 || code.Accumulates))
            return Fused(code, image, new ConvolutionTiles(image, w, x.Name, w.Name, image.WindowHeight));

        // A line of bare products, by tiles that all convolutions of these extents share.
        var tiles = new ConvolutionTiles(image, w, "x", "weight", image.WindowHeight);
        string target = finishes ? $"ref {StepCode.ScratchName(0)}, place" : $"ref {code[product.Results[0]].Name}, row + place";
        string line = tiles.Places(height => $"{tiles.Shared(code, height, "")}<S, V>(ref {x.Name}, ref {w.Name}, {target}, source + place * {image.PlaceRight}{tiles.Range});");
        string body = image.Lines(finishes ? line + "\n" + Finish(code, image, tiles) : line);
        string method = code.Method(StepComment.Of(code), code.Step.Name, code.Parameters, tiles.Around(body));
        return finishes ? method + "\n\n" + ProductStore.Emit(code) : method;
    }

    // The maps behind a sum of many products cost little in a pass of their own over the line, and its tiles are those of others; behind a sum of
    // few they are applied in registers.
    private static bool Finishes(Step step) => step.Nodes.Length > 1 && ImageShape.Of(step.Nodes[0], 1).Depth >= Limits.FinishDepth;

    private static string Finish(StepCode code, ImageShape image, ConvolutionTiles tiles) => CodeWriter.Text($$"""
        for (place = 0; place < {{image.Width}}; place++)
        {
            {{tiles.Columns("at", ProductStore.Call(code, $"S.Load(in {StepCode.ScratchName(0)}, place * {tiles.Tile.Columns} + at)", "row + place", "at"))}}
        }
        """);

    // The maps are applied to vectors of the result while they are in registers.
    private static string Fused(StepCode code, ImageShape image, ConvolutionTiles tiles)
    {
        string line = tiles.Places(height =>
            $"{Tile.Name(code.Step.Name, height.Rows)}<S, V>({code.Arguments}, row + place, source + place * {image.PlaceRight}{tiles.Range});");
        return string.Join("\n\n",
        [
            code.Method(StepComment.Of(code), code.Step.Name, code.Parameters, tiles.Around(image.Lines(line))),
            .. tiles.Tile.Methods(code, tiles.Heights, "nint row, nint source"),
            ProductStore.Emit(code),
        ]);
    }
}
