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

    public override bool Matches(Step step) => step.Nodes is [{ Op: Conv { Mode: ConvMode.Filter, ChannelsLast: true, Groups: 1, Axes.Count: 1 or 2 } }];

    public override bool ReadsUnpadded(Step step, Value value) => value == step.Nodes[0].Inputs[0].Root() && value != step.Nodes[0].Inputs[1].Root();

    // So many places a pass: each has a cache line of x that all tiles of a row read, in half of the first cache.
    private const int Places = Limits.FirstCacheBytes / (Limits.Block * sizeof(float));

    // Threads divide the rows of a line of the window, from so many on, else its lines.
    private const int LeastRun = 16;

    public override Division Divides(Step step) => Division.ByLoop;

    public override string Emit(StepCode code)
    {
        Node product = ((ProductStep)code.Step).Product;
        Storage x = code[product.Inputs[0]], dy = code[product.Inputs[1]], sums = code[product.Results[0]];
        var image = new ImageShape((Conv)product.Op, product.Inputs[0].Shape, product.Inputs[1].Shape, product.Results[0].Shape, x.Pitch);
        bool byLines = image.Height * image.Width >= Places;
        int run = image.IsRun ? image.WindowWidth * image.Channels : image.Channels;
        var tile = new Tile(Limits.Pad(dy.Columns), ("x", "source", 1), "dy", Depth(image, dy.Pitch, byLines)) { First = "target + column" };
        string stem = $"Filter{image.WindowHeight}x{image.WindowWidth}From{image.Channels}To{dy.Columns}", adds = byLines ? "sample + line > 0" : "sample > 0";
        ShareText byRows = run >= LeastRun ? code.Share : ShareText.Alone, byLine = run >= LeastRun ? ShareText.Alone : code.Share;
        string turns = Tile.Loops(byRows, "k", run, height => tile.Sums(
            code, stem, height, "ref float x, ref float dy, nint source, nint target, int count", $"ref {x.Name}, ref {dy.Name}, source + k, target, count",
            (sums.Name, sums.Pitch), "row + k", code.Accumulates ? $"accumulate || {adds}" : adds));
        string body = OverWindow(image, byLine, turns);
        return code.Main(byLines ? PassesOfLines(image, dy.Pitch, body) : PassesOfSamples(image, dy.Pitch, body));
    }

    // The passes: where x and ȳ begin, and how many lines or samples follow.
    private static string PassesOfLines(ImageShape image, int pitch, string body)
    {
        int lines = Math.Max(1, Places / image.Width);
        return CodeWriter.Text($$"""
            for (nint sample = 0; sample < {{image.Samples}}; sample++)
            {
                for (nint line = 0; line < {{image.Height}}; line += {{lines}})
                {
                    int count = (int)Math.Min({{lines}}, {{image.Height}} - line);
                    nint first = sample * {{image.Sample}} + line * {{image.PlaceDown}}, target = (sample * {{image.Height}} + line) * {{image.Width * pitch}};
                    {{body}}
                }
            }
            """);
    }

    private static string PassesOfSamples(ImageShape image, int pitch, string body)
    {
        int places = image.Height * image.Width, samples = Places / places;
        return CodeWriter.Text($$"""
            for (int sample = 0; sample < {{image.Samples}}; sample += {{samples}})
            {
                int count = Math.Min({{samples}}, {{image.Samples}} - sample);
                nint first = (nint)sample * {{image.Sample}}, target = (nint)sample * {{places * pitch}};
                {{body}}
            }
            """);
    }

    private static string OverWindow(ImageShape image, ShareText share, string body) => share.Loop("i", $"{image.WindowHeight}", image.IsRun
        ? CodeWriter.Text($$"""
            nint row = i * {{image.WindowWidth * image.Channels}}, source = first + i * {{image.ElementDown}};
            {{body}}
            """)
        : CodeWriter.Text($$"""
            for (nint j = 0; j < {{image.WindowWidth}}; j++)
            {
                nint row = (i * {{image.WindowWidth}} + j) * {{image.Channels}}, source = first + i * {{image.ElementDown}} + j * {{image.ElementRight}};
                {{body}}
            }
            """));

    private static ImmutableArray<TileLoop> Depth(ImageShape image, int pitch, bool byLines)
    {
        var line = new TileLoop("line", byLines ? "count" : $"{image.Height}", image.PlaceDown - image.Width * image.PlaceRight, 0);
        var place = new TileLoop("place", $"{image.Width}", image.PlaceRight, pitch);
        return byLines ? [line, place] : [new("sample", "count", image.Sample - image.Height * image.PlaceDown, 0), line, place];
    }
}
