using StaticNet.Generator.Ir;
using StaticNet.Generator.Plan;
using StaticNet.Generator.Text;

namespace StaticNet.Generator.Kernels;

/// <summary>
/// The same convolution where the weights of a few columns are more than a cache keeps: all places take one line of the window after the other, and a
/// line adds to what the ones before it have stored, <c>y = Σᵢ (y + Σⱼ x[p + i, j]·w[i,j])</c>. The maps behind it follow in place.
/// </summary>
internal sealed class ConvolutionByLines : Kernel
{
    public override string Name => "convolution tiles, line by line";

    public override bool CanAccumulate => false;

    public override bool Matches(Step step)
    {
        if (!ConvolutionTiles.Matches(step))
            return false;
        Node product = step.Nodes[0];
        var image = ImageShape.Of(product, 1);
        return image.WindowHeight > 1
            && ColumnBlocks.Of(Limits.Pad(product.Inputs[1].Shape[0].Size), image.Depth, Tile.Heights(image.Width, exact: true)) is { } blocks
            && blocks.Overflows(image.Depth);
    }

    public override bool ReadsUnpadded(Step step, Value value) => TiledProduct.ReadsOnlyAsRows(step, value);

    public override string Emit(StepCode code)
    {
        Node product = ((ProductStep)code.Step).Product;
        Storage x = code[product.Inputs[0]], w = code[product.Inputs[1]], y = code[code.Step.Writes[0]];
        var image = ImageShape.Of(product, x.Pitch);
        var tiles = new ConvolutionTiles(image, w, "x", "weight", lines: 1);
        string places = tiles.Places(height =>
            $"{tiles.Shared(code, height, "adds")}<S, V>(ref {x.Name}, ref weights, ref {y.Name}, row + place, source + window * {image.ElementDown} + place * {image.PlaceRight}, window > 0{tiles.Range});");
        string finish = code.Step.Nodes.Length == 1 ? "" : CodeWriter.Text($$"""
            for (nint row = 0; row < {{StepCode.Rows(y.Rows)}}; row++)
            {
                {{tiles.Columns("at", ProductStore.Call(code, $"S.Load(in {y.Name}, row * {y.Pitch} + at)", "row", "at"))}}
            }
            """);
        string method = code.Method(StepComment.Of(code), code.Step.Name, code.Parameters, tiles.Around(CodeWriter.Text($$"""
            for (nint window = 0; window < {{image.WindowHeight}}; window++)
            {
                ref float weights = ref Unsafe.Add(ref {{w.Name}}, window * {{image.WindowWidth * image.Channels * w.Pitch}});
                {{image.Lines(places)}}
            }
            {{finish}}
            """)));
        return finish.Length == 0 ? method : method + "\n\n" + ProductStore.Emit(code);
    }
}
