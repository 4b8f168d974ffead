using StaticNet.Generator.Ir;
using StaticNet.Generator.Ops;
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

    public override bool Matches(Step step) => step.Nodes[0].Op is Conv { Mode: ConvMode.Forward, ChannelsLast: true, Groups: 1, Axes.Count: 1 or 2 };

    public override bool ReadsUnpadded(Step step, Value value) => TiledProduct.ReadsOnlyAsRows(step, value);

    public override bool MayOverwrite(Step step, Value read, Value written) => ProductStore.MayOverwrite(step, read);

    public override ImmutableArray<Matrix> Scratch(Step step) => Finishes(step) ? [new(Image(step).Width, step.Nodes[0].Inputs[1].Shape[0].Size)] : [];

    public override string Emit(StepCode code)
    {
        Node product = ((ProductStep)code.Step).Product;
        Storage x = code[product.Inputs[0]], w = code[product.Inputs[1]];
        var image = new ImageShape((Conv)product.Op, product.Inputs[0].Shape, product.Results[0].Shape, product.Inputs[1].Shape, x.Pitch);
        var heights = Tile.Heights(image.Width, exact: true);
        bool finishes = Finishes(code.Step);
        if (!finishes && (code.Step.Nodes.Length > 1 || code.Accumulates))
            return Fused(code, image, new Tile(w.Pitch, (x.Name, "source", image.PlaceRight), w.Name, Depth(image, w.Pitch)), heights);

        // A line of bare products, by tiles that all convolutions of these extents share.
        var tile = new Tile(w.Pitch, ("x", "source", image.PlaceRight), "weight", Depth(image, w.Pitch));
        string stem = $"Windows{image.WindowHeight}x{image.WindowWidth}From{image.Channels}To{product.Inputs[1].Shape[0].Size}";
        string target = finishes ? $"ref {StepCode.ScratchName(0)}, place" : $"ref {code[product.Results[0]].Name}, row + place";
        string turns = string.Join("\n", heights.Select(t => Tile.Loop(t, "place", $"{image.Width}",
            $"{Part(code, tile, t, stem)}<S, V>(ref {x.Name}, ref {w.Name}, {target}, source + place * {image.PlaceRight});")));
        string line = "nint place = 0;\n" + turns + (finishes ? "\n" + Finish(code, image, w.Pitch) : "");
        string method = code.Method(StepComment.Of(code), code.Step.Name, code.Parameters, image.Lines(line));
        return finishes ? method + "\n\n" + ProductStore.Emit(code) : method;
    }

    // The maps behind a sum of many products cost little in a pass of their own over the line, and its tiles are those of others; behind a sum of
    // few they are applied in registers.
    private static bool Finishes(Step step) => step.Nodes.Length > 1 && Image(step) is var image
        && image.WindowHeight * image.WindowWidth * image.Channels >= Limits.FinishDepth;

    private static ImageShape Image(Step step)
    {
        Node product = step.Nodes[0];
        return new((Conv)product.Op, product.Inputs[0].Shape, product.Results[0].Shape, product.Inputs[1].Shape, 1);
    }

    private static string Part(StepCode code, Tile tile, (int Rows, int Vectors) height, string stem) => code.Part(
        Tile.Name(stem, height.Rows),
        name => tile.Method(
            code, name, height, "ref float x, ref float weight, ref float y, nint row, nint source",
            (product, row, column) => $"S.Store({product}, ref y, ({row}) * {tile.Columns} + {column});"));

    private static string Finish(StepCode code, ImageShape image, int pitch) => CodeWriter.Text($$"""
        for (place = 0; place < {{image.Width}}; place++)
        {
            for (nint column = 0; column < {{pitch}}; column += S.Width)
                {{ProductStore.Call(code, $"S.Load(in {StepCode.ScratchName(0)}, place * {pitch} + column)", "row + place", "column")}}
        }
        """);

    // The maps are applied to vectors of the result while they are in registers.
    private static string Fused(StepCode code, ImageShape image, Tile tile, IReadOnlyList<(int Rows, int Vectors)> heights)
    {
        string turns = string.Join("\n", heights.Select(t => Tile.Loop(
            t, "place", $"{image.Width}", $"{Tile.Name(code.Step.Name, t.Rows)}<S, V>({code.Arguments}, row + place, source + place * {image.PlaceRight});")));
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
