using StaticNet.Generator.Ir;
using StaticNet.Generator.Ops;
using StaticNet.Generator.Plan;
using StaticNet.Generator.Text;

namespace StaticNet.Generator.Kernels;

/// <summary>
/// <c>y = f(Aᵀ·[(G·w·Gᵀ) ⊙ (Bᵀ·x·B)]·A)</c>: some tiles at a time are transformed, multiplied by the transformed windows in 16 matrix products by register
/// tiles, and transformed back, where the maps behind are applied in registers.
/// </summary>
internal sealed class WinogradConvolution(int maxBatch) : Kernel
{
    // As many rows as tiles of 8, 6 and 4 rows go over alike; of 128 channels and units they take 400 KB with their products.
    private const int Group = 24;

    public override string Name => "Winograd tiles";

    public override bool CanAccumulate => false;

    public override bool Matches(Step step) => step.Nodes[0].Op is Conv { Mode: ConvMode.Forward } && Tiles(step, 1) is not null;

    public override bool ReadsUnpadded(Step step, Value value) => TiledProduct.ReadsOnlyAsRows(step, value);

    public override bool MayOverwrite(Step step, Value read, Value written) => ProductStore.MayOverwrite(step, read);

    // The transformed windows, x and y.
    public override ImmutableArray<Matrix> Scratch(Step step) => Tiles(step, 1) is { } tiles
        ?
        [
            new(WinogradTiles.Products * tiles.Image.Channels, Limits.PadWeight(tiles.Units)),
            new(WinogradTiles.Products * Group, tiles.Image.Channels),
            new(WinogradTiles.Products * Group, tiles.Units),
        ]
        : [];

    public override Division Divides(Step step) => Division.ByLoop;

    public override bool SharesScratch(int index) => index == 0;

    public override string Emit(StepCode code)
    {
        Node product = ((ProductStep)code.Step).Product;
        Storage x = code[product.Inputs[0]], w = code[product.Inputs[1]];
        WinogradTiles tiles = Tiles(code.Step, x.Pitch)!;
        string windows = StepCode.ScratchName(0), image = StepCode.ScratchName(1), sums = StepCode.ScratchName(2);
        int channels = tiles.Image.Channels, pitch = Limits.PadWeight(tiles.Units);
        var heights = Tile.Heights(Group);
        var tile = new Tile(tiles.Units, ("v", $"row * {channels}", channels), "u", [new("k", $"{channels}", 1, pitch)]) { Blocks = ColumnBlocks.Of(tiles.Units, channels, heights) };
        string turns = "nint row = 0;\n" + string.Join("\n", heights.Select(height => Tile.Loop(height, "row", "count", tile.Sums(
            code, $"Winograd{channels}To{tiles.Units}", height, "ref float v, ref float u", "ref v, ref u", ("m", tiles.Units), "row"))));
        string body = CodeWriter.Text($$"""
            Winograd.Windows<S, V>(in {{w.Name}}, {{w.Pitch}}, ref {{windows}}, {{pitch}}, {{channels}}, {{tiles.Units}}{{(code.Share.IsShared ? $", {code.Share.From($"{channels}")}, {code.Share.To($"{channels}")}" : "")}});
            {{(code.Share.IsShared ? "share.Wait();" : "")}}
            {{tiles.Groups(code.Share, Group, CodeWriter.Text($$"""
                {{tiles.Each(tiles.Transformed(x.Name, image, Group))}}
                for (nint product = 0; product < {{WinogradTiles.Products}}; product++)
                {
                    ref float u = ref Unsafe.Add(ref {{windows}}, product * {{channels * pitch}});
                    ref float v = ref Unsafe.Add(ref {{image}}, product * {{Group * channels}}), m = ref Unsafe.Add(ref {{sums}}, product * {{Group * tiles.Units}});
                    {{tile.Around(turns)}}
                }

                {{tiles.Each($"{code.Step.Name}Tile<S, V>({code.Arguments}, row, tile);")}}
                """))}}
            """);
        return string.Join("\n\n",
        [
            code.Main(body),
            code.Method("// y = Aᵀ·m·A of 2×2 places", $"{code.Step.Name}Tile", $"{code.Parameters}, nint row, nint tile", Back(code, tiles, sums), isPrivate: true),
            ProductStore.Emit(code),
        ]);
    }

    private WinogradTiles? Tiles(Step step, int pixel)
    {
        Node product = step.Nodes[0];
        return WinogradTiles.Of(product, product.Inputs[0], product.Results[0], product.Inputs[1], pixel, maxBatch);
    }

    // Aᵀ = 1 1 1 0, 0 1 −1 −1
    private static string Back(StepCode code, WinogradTiles tiles, string sums)
    {
        string M(int i, int j) => $"S.Load(in m, {(4 * i + j) * Group * tiles.Units})";
        string Line(int j, bool isFirst) => isFirst
            ? $"S.Add(S.Add({M(0, j)}, {M(1, j)}), {M(2, j)})"
            : $"S.Subtract(S.Subtract({M(1, j)}, {M(2, j)}), {M(3, j)})";
        string Half(bool isFirst) => CodeWriter.Text($$"""
            {{string.Join("\n", Enumerable.Range(0, 4).Select(j => $"{(isFirst ? "V " : "")}a{j} = {Line(j, isFirst)};"))}}
            {{ProductStore.Call(code, "S.Add(S.Add(a0, a1), a2)", isFirst ? "row" : $"row + {tiles.Image.Width}", "column")}}
            {{ProductStore.Call(code, "S.Subtract(S.Subtract(a1, a2), a3)", isFirst ? "row + 1" : $"row + {tiles.Image.Width + 1}", "column")}}
            """);
        return CodeWriter.Text($$"""
            for (nint column = 0; column < {{tiles.Units}}; column += S.Width)
            {
                ref float m = ref Unsafe.Add(ref {{sums}}, tile * {{tiles.Units}} + column);
                {{Half(isFirst: true)}}
                {{Half(isFirst: false)}}
            }
            """);
    }
}
