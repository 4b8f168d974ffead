using StaticNet.Generator.Ir;
using StaticNet.Generator.Ops;
using StaticNet.Generator.Plan;
using StaticNet.Generator.Text;

namespace StaticNet.Generator.Kernels;

/// <summary>
/// <c>w̄[q,c,o] = Σₙ,ₚ x[p·s + q·d, c]·ȳ[p,o]</c> by register tiles, stored <c>[KH,KW,C,O]</c> as the weight is: the rows of a tile are channels
/// of x, of a whole line of the window where those lie one behind the other, and the depth is all places in all samples.
/// </summary>
internal sealed class FilterGradient : Kernel
{
    public override string Name => "filter tiles";

    public override bool Matches(Step step) => step.Nodes[0].Op is Conv { Mode: ConvMode.Filter, ChannelsLast: true, Groups: 1, Axes.Count: 1 or 2 };

    public override bool ReadsUnpadded(Step step, Value value) => value == step.Nodes[0].Inputs[0].Root() && value != step.Nodes[0].Inputs[1].Root();

    public override string Emit(StepCode code)
    {
        Node product = ((ProductStep)code.Step).Product;
        Storage x = code[product.Inputs[0]], dy = code[product.Inputs[1]];
        var image = new ImageShape((Conv)product.Op, product.Inputs[0].Shape, product.Inputs[1].Shape, product.Results[0].Shape, x.Pitch);
        var tile = new Tile(dy.Pitch, (x.Name, "source", 1), dy.Name, Depth(image, dy.Pitch));
        int run = image.IsRun ? image.WindowWidth * image.Channels : image.Channels;
        var heights = Tile.Heights(run, exact: true);
        string turns = string.Join("\n", heights.Select(t => Tile.Loop(
            t, "k", $"{run}", $"{Tile.Name(code.Step.Name, t.Rows)}<S, V>({code.Arguments}, row + k, source + k);")));
        return string.Join("\n\n",
        [
            code.Method(StepComment.Of(code), code.Step.Name, code.Parameters, OverWindow(image, "nint k = 0;\n" + turns)),
            .. tile.Methods(code, heights, "nint row, nint source"),
            ProductStore.Emit(code),
        ]);
    }

    private static string OverWindow(ImageShape image, string body) => image.IsRun
        ? CodeWriter.Text($$"""
            for (nint i = 0; i < {{image.WindowHeight}}; i++)
            {
                nint row = i * {{image.WindowWidth * image.Channels}}, source = i * {{image.ElementDown}};
                {{body}}
            }
            """)
        : CodeWriter.Text($$"""
            for (nint i = 0; i < {{image.WindowHeight}}; i++)
            {
                for (nint j = 0; j < {{image.WindowWidth}}; j++)
                {
                    nint row = (i * {{image.WindowWidth}} + j) * {{image.Channels}}, source = i * {{image.ElementDown}} + j * {{image.ElementRight}};
                    {{body}}
                }
            }
            """);

    private static ImmutableArray<TileLoop> Depth(ImageShape image, int pitch) =>
    [
        new("sample", image.Samples, image.Sample - image.Height * image.PlaceDown, 0),
        new("line", $"{image.Height}", image.PlaceDown - image.Width * image.PlaceRight, 0),
        new("place", $"{image.Width}", image.PlaceRight, pitch),
    ];
}
