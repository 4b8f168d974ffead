using StaticNet.Generator.Ir;
using StaticNet.Generator.Plan;

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

    public override Division Divides(Step step) => Division.ByLoop;

    public override string Emit(StepCode code)
    {
        Node product = ((ProductStep)code.Step).Product;
        Storage x = code[product.Inputs[0]], w = code[product.Inputs[1]];
        var image = ImageShape.Of(product, x.Pitch);
        if (code.Step.Nodes.Length > 1 || code.Accumulates)
            return Fused(code, image, ConvolutionTiles.OfWindow(image, w, x.Name, w.Name));

        // Bare products, by tiles that all convolutions of these extents share.
        var tiles = ConvolutionTiles.OfWindow(image, w, "x", "weight");
        string line = tiles.Places(height => tiles.Sums(
            code, height, $"ref {x.Name}, ref {w.Name}, source + place * {image.PlaceRight}", code[product.Results[0]].Name, "row + place"));
        return code.Main(tiles.Tile.Around(image.Lines(code.Share, line)));
    }

    // The maps are applied to vectors of the result while they are in registers.
    private static string Fused(StepCode code, ImageShape image, ConvolutionTiles tiles)
    {
        string line = tiles.Places(height =>
            $"{Tile.Name(code.Step.Name, height.Rows)}<S, V>({code.Arguments}, row + place, source + place * {image.PlaceRight}{tiles.Tile.Range});");
        return string.Join("\n\n",
        [
            code.Main(tiles.Tile.Around(image.Lines(code.Share, line))),
            .. tiles.Tile.Methods(code, tiles.Heights, "nint row, nint source"),
            ProductStore.Emit(code),
        ]);
    }
}
