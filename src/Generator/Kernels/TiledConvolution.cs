using StaticNet.Generator.Ir;
using StaticNet.Generator.Ops;
using StaticNet.Generator.Plan;

namespace StaticNet.Generator.Kernels;

/// <summary>
/// <c>y[p,o] = f(Σ x[p·s + q·d, c]·w[q,c,o])</c> by register tiles: the rows of a tile are neighbouring places of the window, and a line of
/// the window is one run through x and through the weight, which is stored <c>[KH,KW,C,O]</c>.
/// </summary>
internal sealed class TiledConvolution : Kernel
{
    public override string Name => "convolution tiles";

    public override bool Matches(Step step) => step.Nodes[0].Op is Conv { Mode: ConvMode.Forward, ChannelsLast: true, Groups: 1, Axes.Count: 1 or 2 };

    public override bool ReadsUnpadded(Step step, Value value) => TiledProduct.ReadsOnlyAsRows(step, value);

    public override bool MayOverwrite(Step step, Value read, Value written) => ProductStore.MayOverwrite(step, read);

    public override string Emit(StepCode code)
    {
        Node product = ((ProductStep)code.Step).Product;
        Storage x = code[product.Inputs[0]], w = code[product.Inputs[1]];
        var image = new ImageShape((Conv)product.Op, product.Inputs[0].Shape, product.Results[0].Shape, product.Inputs[1].Shape, x.Pitch);
        var tile = new Tile(w.Pitch, (x.Name, "source", image.PlaceRight), w.Name, Depth(image, w.Pitch));
        var heights = Tile.Heights(image.Width, exact: true);
        string turns = string.Join("\n", heights.Select(t => Tile.Loop(
            t, "place", $"{image.Width}", $"{Tile.Name(code, t.Rows)}<S, V>({code.Arguments}, row + place, source + place * {image.PlaceRight});")));
        return string.Join("\n\n",
        [
            code.Method(StepComment.Of(code), code.Step.Name, code.Parameters, image.Lines("nint place = 0;\n" + turns)),
            .. tile.Methods(code, heights, "nint row, nint source"),
            ProductStore.Emit(code),
        ]);
    }

    private static ImmutableArray<TileLoop> Depth(ImageShape image, int pitch)
    {
        int line = image.IsRun ? image.WindowWidth * image.Channels : image.WindowWidth * image.ElementRight;
        var down = new TileLoop("i", $"{image.WindowHeight}", image.ElementDown - line, 0);
        return image.IsRun
            ? [down, new("k", $"{image.WindowWidth * image.Channels}", 1, pitch)]
            : [down, new("j", $"{image.WindowWidth}", image.ElementRight - image.Channels, 0), new("k", $"{image.Channels}", 1, pitch)];
    }
}
