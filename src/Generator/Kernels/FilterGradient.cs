using StaticNet.Generator.Ir;
using StaticNet.Generator.Ops;
using StaticNet.Generator.Plan;
using StaticNet.Generator.Text;

namespace StaticNet.Generator.Kernels;

/// <summary>
/// <c>w̄[q,c,o] = Σₙ,ₚ x[p·s + q·d, c]·ȳ[p,o]</c> by register tiles, stored <c>[KH,KW,C,O]</c> as the weight is: the rows of a tile are channels
/// of x, of a whole line of the window where those lie one behind the other, and the depth is all places in all samples. They are gone over in passes
/// of some lines or samples, whose x and ȳ stay in the caches for all tiles; a pass adds to what the ones before it have stored.
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
        int run = image.IsRun ? image.WindowWidth * image.Channels : image.Channels;
        Passes passes = code.Accumulates ? Passes.Of(image, code.MaxBatch) : Passes.One;
        var tile = new Tile(Limits.Pad(dy.Columns), (x.Name, "source", 1), dy.Name, Depth(image, dy.Pitch, passes)) { First = passes == Passes.One ? "column" : "target + column" };
        var heights = Tile.Heights(run, exact: true);
        string part = passes == Passes.One ? "" : ", target, count";
        string turns = string.Join("\n", heights.Select(t => Tile.Loop(
            t, "k", $"{Tile.Until(t.Rows, run)}", $"{Tile.Name(code.Step.Name, t.Rows)}<S, V>({code.Arguments}, row + k, source + k{part});")));
        return string.Join("\n\n",
        [
            code.Method(StepComment.Of(code), code.Step.Name, code.Parameters, Around(passes, image, dy.Pitch, OverWindow(image, "nint k = 0;\n" + turns, passes))),
            .. tile.Methods(code, heights, passes == Passes.One ? "nint row, nint source" : "nint row, nint source, nint target, int count"),
            ProductStore.Emit(code),
        ]);
    }

    /// <summary>What a pass goes over: so many lines of a sample, or so many samples; all, if neither.</summary>
    private sealed record Passes(int Lines, int Samples)
    {
        // So many places a pass: each has a cache line of x that all tiles of a row read, half of the first cache.
        private const int Places = Limits.FirstCacheBytes / (Limits.Block * sizeof(float));

        public static readonly Passes One = new(0, 0);

        public static Passes Of(ImageShape image, int maxBatch)
        {
            int places = image.Height * image.Width;
            return (long)places * maxBatch <= Places ? One
                : places >= Places ? new(Math.Max(1, Places / image.Width), 0)
                : new(0, Places / places);
        }
    }

    // The passes: where x and ȳ begin, and how many lines or samples follow.
    private static string Around(Passes passes, ImageShape image, int pitch, string body) => passes switch
    {
        { Lines: > 0 } => CodeWriter.Text($$"""
            for (nint sample = 0; sample < {{image.Samples}}; sample++)
            {
                for (nint line = 0; line < {{image.Height}}; line += {{passes.Lines}})
                {
                    int count = (int)Math.Min({{passes.Lines}}, {{image.Height}} - line);
                    nint first = sample * {{image.Sample}} + line * {{image.PlaceDown}}, target = (sample * {{image.Height}} + line) * {{image.Width * pitch}};
                    {{body}}
                    accumulate = true;
                }
            }
            """),
        { Samples: > 0 } => CodeWriter.Text($$"""
            for (int sample = 0; sample < {{image.Samples}}; sample += {{passes.Samples}})
            {
                int count = Math.Min({{passes.Samples}}, {{image.Samples}} - sample);
                nint first = (nint)sample * {{image.Sample}}, target = (nint)sample * {{image.Height * image.Width * pitch}};
                {{body}}
                accumulate = true;
            }
            """),
        _ => body,
    };

    private static string OverWindow(ImageShape image, string body, Passes passes)
    {
        string first = passes == Passes.One ? "" : "first + ";
        return image.IsRun
            ? CodeWriter.Text($$"""
                for (nint i = 0; i < {{image.WindowHeight}}; i++)
                {
                    nint row = i * {{image.WindowWidth * image.Channels}}, source = {{first}}i * {{image.ElementDown}};
                    {{body}}
                }
                """)
            : CodeWriter.Text($$"""
                for (nint i = 0; i < {{image.WindowHeight}}; i++)
                {
                    for (nint j = 0; j < {{image.WindowWidth}}; j++)
                    {
                        nint row = (i * {{image.WindowWidth}} + j) * {{image.Channels}}, source = {{first}}i * {{image.ElementDown}} + j * {{image.ElementRight}};
                        {{body}}
                    }
                }
                """);
    }

    private static ImmutableArray<TileLoop> Depth(ImageShape image, int pitch, Passes passes)
    {
        var line = new TileLoop("line", passes.Lines > 0 ? "count" : $"{image.Height}", image.PlaceDown - image.Width * image.PlaceRight, 0);
        var place = new TileLoop("place", $"{image.Width}", image.PlaceRight, pitch);
        string samples = passes.Samples > 0 ? "count" : image.Samples;
        return passes.Lines > 0 ? [line, place] : [new("sample", samples, image.Sample - image.Height * image.PlaceDown, 0), line, place];
    }
}
