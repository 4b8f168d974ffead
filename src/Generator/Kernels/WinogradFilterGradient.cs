using StaticNet.Generator.Ir;
using StaticNet.Generator.Ops;
using StaticNet.Generator.Plan;
using StaticNet.Generator.Text;

namespace StaticNet.Generator.Kernels;

/// <summary>
/// <c>w̄ = Gᵀ·[Σ (Bᵀ·x·B) ⊙ (A·ȳ·Aᵀ)]·G</c>: some tiles at a time are transformed, and 16 matrix products over them are added up; the sums are transformed
/// back once.
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
            new(WinogradTiles.Products * tiles.Image.Channels, tiles.Units),
            new(WinogradTiles.Products * Group, tiles.Image.Channels),
            new(WinogradTiles.Products * Group, tiles.Units),
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
        int channels = tiles.Image.Channels;
        var tile = new Tile(tiles.Units, ("v", "row", 1), "m", [new("k", "count", channels, tiles.Units)]);
        ShareText share = code.Share;
        string turns = Tile.Loops(share, "row", channels, height => tile.Sums(
            code, $"WinogradSums{channels}To{tiles.Units}", height, "ref float v, ref float m, nint count", "ref v, ref m, count", ("u", tiles.Units), "row", "first > 0"), Limits.Block);
        string own = $"{channels}, {Limits.Block}";
        string transforms = (share.IsShared ? tiles.Transformed(x.Name, image, Group, " + from", "to - from") : tiles.Transformed(x.Name, image, Group)) + "\n"
            + $"Winograd.Gradient<S, V>(in Unsafe.Add(ref {dy.Name}, row * {dy.Pitch}), {tiles.Image.Width * dy.Pitch}, {dy.Pitch}, ref Unsafe.Add(ref {gradient}, (nint)tile * {tiles.Units}), {Group * tiles.Units}, {tiles.Units});";
        string body = CodeWriter.Text($$"""
            {{(share.IsShared ? $"nint from = share.From({own}), to = share.To({own});" : "")}}
            {{tiles.Groups(ShareText.Alone, Group, CodeWriter.Text($$"""
                {{tiles.Each(transforms)}}
                for (nint product = 0; product < {{WinogradTiles.Products}}; product++)
                {
                    ref float u = ref Unsafe.Add(ref {{sums}}, product * {{channels * tiles.Units}});
                    ref float v = ref Unsafe.Add(ref {{image}}, product * {{Group * channels}}), m = ref Unsafe.Add(ref {{gradient}}, product * {{Group * tiles.Units}});
                    {{turns}}
                }
                """))}}
            for (nint channel = {{(share.IsShared ? "from" : "0")}}; channel < {{(share.IsShared ? "to" : $"{channels}")}}; channel++)
                {{code.Step.Name}}Windows<S, V>({{code.Arguments}}, channel);
            """);
        return string.Join("\n\n",
        [
            code.Main(body),
            code.Method("// w̄ = Gᵀ·u·G of a channel", $"{code.Step.Name}Windows", $"{code.Parameters}, nint channel", Back(code[product.Results[0]], tiles, sums), isPrivate: true),
        ]);
    }

    private WinogradTiles? Tiles(Step step, int pixel)
    {
        Node product = step.Nodes[0];
        return WinogradTiles.Of(product, product.Inputs[0], product.Inputs[1], product.Results[0], pixel, maxBatch);
    }

    // Gᵀ = 1 ½ ½ 0, 0 ½ −½ 0, 0 ½ ½ 1
    private static string Back(Storage target, WinogradTiles tiles, string sums)
    {
        string U(int i, int j) => $"S.Load(in u, {(4 * i + j) * tiles.Image.Channels * tiles.Units})";
        string[] Three(string u0, string u1, string u2, string u3) =>
        [
            $"S.FusedMultiplyAdd(half, S.Add({u1}, {u2}), {u0})",
            $"S.Multiply(half, S.Subtract({u1}, {u2}))",
            $"S.FusedMultiplyAdd(half, S.Add({u1}, {u2}), {u3})",
        ];
        IEnumerable<string> lines = Enumerable.Range(0, 3).Select(i =>
        {
            string columns = string.Join("\n", Enumerable.Range(0, 4).Select(j => $"{(i == 0 ? "V " : "")}a{j} = {Three(U(0, j), U(1, j), U(2, j), U(3, j))[i]};"));
            string stores = string.Join("\n", Three("a0", "a1", "a2", "a3").Select((value, j) =>
                Stores.Text(target, $"({(3 * i + j) * tiles.Image.Channels} + channel) * {target.Pitch} + column", value)));
            return columns + "\n" + stores;
        });
        return CodeWriter.Text($$"""
            V half = S.Splat(0.5f);
            for (nint column = 0; column < {{tiles.Units}}; column += S.Width)
            {
                ref float u = ref Unsafe.Add(ref {{sums}}, channel * {{tiles.Units}} + column);
                {{string.Join("\n", lines)}}
            }
            """);
    }
}
