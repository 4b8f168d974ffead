using StaticNet.Generator.Ir;
using StaticNet.Generator.Ops;
using StaticNet.Generator.Plan;
using StaticNet.Generator.Text;

namespace StaticNet.Generator.Kernels;

/// <summary>
/// <c>w̄ = Gᵀ·[Σ (Bᵀ·x·B) ⊙ (A·ȳ·Aᵀ)]·G</c>: some tiles at a time are transformed, and 16 or 9 matrix products over them are added up; the sums are
/// transformed back once. The phases of x are more channels.
/// </summary>
internal sealed class WinogradFilterGradient(int maxBatch) : Kernel
{
    // The sums of all channels and units are read and written once for each group: 96 multiply-adds hide that.
    private const int Group = 96;

    public override string Name => "Winograd filter tiles";

    public override bool Matches(Step step) => step.Nodes is [{ Op: Conv { Mode: ConvMode.Filter } }] && Tiles(step, 1) is not null;

    public override bool ReadsUnpadded(Step step, Value value) => value == step.Nodes[0].Inputs[0].Root() && value != step.Nodes[0].Inputs[1].Root();

    // The sums, the transformed x and ȳ.
    public override ImmutableArray<Matrix> Scratch(Step step) => Tiles(step, 1) is { } tiles
        ?
        [
            new(tiles.Products * Depth(tiles), tiles.Units),
            new(tiles.Products * Group, Depth(tiles)),
            new(tiles.Products * Group, tiles.Units),
        ]
        : [];

    // Threads divide the channels of x; each transforms ȳ for itself.
    public override Division Divides(Step step) => Division.ByLoop;

    public override bool SharesScratch(int index) => index < 2;

    public override string Emit(StepCode code)
    {
        Node product = ((ProductStep)code.Step).Product;
        Storage x = code[product.Inputs[0]], dy = code[product.Inputs[1]];
        WinogradTiles tiles = Tiles(code.Step, x.Pitch)!;
        string sums = StepCode.ScratchName(0), image = StepCode.ScratchName(1), gradient = StepCode.ScratchName(2);
        int depth = Depth(tiles);
        var tile = new Tile(tiles.Units, ("v", "row", 1), "m", [new("k", "count", depth, tiles.Units)]);
        ShareText share = code.Share;
        string stem = $"WinogradSums{depth}To{tiles.Units}";
        string turns = Tile.Loops(share, "row", depth, height => tile.Sums(
            code, stem, height, "ref float v, ref float m, nint count", "ref v, ref m, count", ("u", tiles.Units), "row", "first > 0"), Limits.Block);
        string own = $"{depth}, {Limits.Block}", line = $"{tiles.Image.Width * dy.Pitch}, {dy.Pitch}, {tiles.Has.Below}, {tiles.Has.Right}";
        string transforms = ImageOf(tiles, share, x.Name, image) + "\n"
            + $"{tiles.Transforms}.Gradient<S, V>(in Unsafe.Add(ref {dy.Name}, row * {dy.Pitch}), {line}, "
            + $"ref Unsafe.Add(ref {gradient}, (nint)tile * {tiles.Units}), {Group * tiles.Units}, {tiles.Units});";
        string body = CodeWriter.Text($$"""
            {{(share.IsShared ? $"nint from = share.From({own}), to = share.To({own});" : "")}}
            {{tiles.Groups(ShareText.Alone, Group, CodeWriter.Text($$"""
                {{tiles.Each(transforms, tiles.Stride, 1)}}
                for (nint product = 0; product < {{tiles.Products}}; product++)
                {
                    ref float u = ref Unsafe.Add(ref {{sums}}, product * {{depth * tiles.Units}});
                    ref float v = ref Unsafe.Add(ref {{image}}, product * {{Group * depth}}), m = ref Unsafe.Add(ref {{gradient}}, product * {{Group * tiles.Units}});
                    {{turns}}
                }
                """))}}
            for (nint channel = {{(share.IsShared ? "from" : "0")}}; channel < {{(share.IsShared ? "to" : $"{depth}")}}; channel++)
                {{code.Step.Name}}Windows<S, V>({{code.Arguments}}, channel);
            """);
        return string.Join("\n\n",
        [
            code.Main(body),
            code.Method("// w̄ = Gᵀ·u·G of a channel", $"{code.Step.Name}Windows", $"{code.Parameters}, nint channel", Back(code[product.Results[0]], tiles, sums), isPrivate: true),
        ]);
    }

    private static int Depth(WinogradTiles tiles) => tiles.Phases * tiles.Image.Channels;

    // Of the channels of each phase, those that a thread has.
    private static string ImageOf(WinogradTiles tiles, ShareText share, string x, string image)
    {
        int channels = tiles.Image.Channels;
        string source = $"source{tiles.OfPhase(tiles.Image.Line, tiles.Image.Pixel)}", target = $"(nint)tile * {Depth(tiles)}";
        string Transformed(string from, string to, string count) =>
            tiles.Transformed((x, source + from), tiles.Stride, (image, target + to), Group * Depth(tiles), count);
        return (share.IsShared, tiles.Phases) switch
        {
            (false, 1) => Transformed("", "", $"{channels}"),
            (false, _) => tiles.EachPhase(Transformed("", $" + phase * {channels}", $"{channels}")),
            (true, 1) => Transformed(" + from", " + from", "to - from"),
            _ => tiles.EachPhase(CodeWriter.Text($$"""
                nint least = Math.Max(from - phase * {{channels}}, 0), most = Math.Min(to - phase * {{channels}}, {{channels}});
                if (least < most)
                    {{Transformed(" + least", $" + phase * {channels} + least", "most - least")}}
                """)),
        };
    }

    private WinogradTiles? Tiles(Step step, int pixel)
    {
        Node product = step.Nodes[0];
        return WinogradTiles.Of(product, product.Inputs[0], product.Inputs[1], product.Results[0], pixel, maxBatch);
    }

    private static string Back(Storage target, WinogradTiles tiles, string sums)
    {
        int channels = tiles.Image.Channels, width = tiles.Image.WindowWidth, stride = tiles.Stride;
        int[] along = [.. Enumerable.Range(0, tiles.Size)];
        IEnumerable<string> lines = Enumerable.Range(0, tiles.Taps).Select(i =>
        {
            string columns = string.Join("\n", along.Select(j =>
                $"{(i == 0 ? "V " : "")}a{j} = {tiles.BackToWindow([.. along.Select(k => $"S.Load(in u, {((tiles.Size * k) + j) * Depth(tiles) * tiles.Units})")])[i]};"));
            string stores = string.Join("\n", tiles.BackToWindow([.. along.Select(j => $"a{j}")]).Select((value, j) =>
                Stores.Text(target, $"({stride * (i * width + j) * channels} + first) * {target.Pitch} + column", value)));
            return columns + "\n" + stores;
        });
        string first = tiles.Phases == 1 ? "nint first = channel;"
            : $"nint phase = channel / {channels}, first = (phase / {stride} * {width} + phase % {stride}) * {channels} + channel % {channels};";
        return CodeWriter.Text($$"""
            {{first}}
            {{(tiles.Taps == 3 ? "V half = S.Splat(0.5f);" : "")}}
            for (nint column = 0; column < {{tiles.Units}}; column += S.Width)
            {
                ref float u = ref Unsafe.Add(ref {{sums}}, channel * {{tiles.Units}} + column);
                {{string.Join("\n", lines)}}
            }
            """);
    }
}
