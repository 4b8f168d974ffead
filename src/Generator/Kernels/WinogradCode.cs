using StaticNet.Generator.Plan;
using StaticNet.Generator.Text;

namespace StaticNet.Generator.Kernels;

/// <summary>What convolutions by Winograd's products have in common: the scratch, the products of a group of tiles, and the way back to y.</summary>
/// <param name="code">The step.</param>
/// <param name="tiles">Its tiles.</param>
/// <param name="depth">The products of a sum: the channels of a phase, or of all.</param>
/// <param name="apart">From one place of a tile to the next, in places of y.</param>
internal sealed class WinogradCode(StepCode code, WinogradTiles tiles, int depth, int apart)
{
    /// <summary>As many rows as tiles of 8, 6 and 4 rows go over alike; of 128 channels and units, 16 products of them take 400 KB.</summary>
    public const int Group = 24;

    // The units from which on the tallest tiles have the most vectors: fewer gain 1 of 100 by them.
    private const int LeastWide = 256;

    private static readonly string Image = StepCode.ScratchName(1), Sums = StepCode.ScratchName(2);

    /// <summary>The transformed windows.</summary>
    public static string Windows => StepCode.ScratchName(0);

    /// <summary>From one channel of them to the next.</summary>
    public int Pitch => Limits.PadWeight(tiles.Units);

    /// <summary>The transformed windows, which threads share, x and y.</summary>
    public static ImmutableArray<Matrix> Scratch(WinogradTiles tiles, int depth) =>
    [
        new(tiles.Products * tiles.Phases * tiles.Image.Channels, Limits.PadWeight(tiles.Units)),
        new(tiles.Products * Group, depth),
        new(tiles.Products * Group, tiles.Units),
    ];

    /// <summary>The transform of a phase's windows, of a share of their channels.</summary>
    /// <param name="w">All windows.</param>
    /// <param name="first">The first element of these, in floats.</param>
    /// <param name="element">From one element to the next, in elements of w.</param>
    /// <param name="target">Where its results begin.</param>
    public string WindowsOf(Storage w, string first, int element, string target)
    {
        int channels = tiles.Image.Channels, step = element * channels * w.Pitch;
        string from = first == "0" ? w.Name : $"Unsafe.Add(ref {w.Name}, {first})", to = target == "0" ? Windows : $"Unsafe.Add(ref {Windows}, {target})";
        return $"{tiles.Transforms}.Windows<S, V>(in {from}, {tiles.Image.WindowWidth * step}, {step}, {w.Pitch}, "
            + $"ref {to}, {depth * Pitch}, {Pitch}, {tiles.Units}, {code.Share.From($"{channels}")}, {code.Share.To($"{channels}")});";
    }

    /// <summary>What threads wait for before they read each other's windows.</summary>
    public string Wait => code.Share.IsShared ? "share.Wait();" : "";

    /// <summary>The transform of the channels of a phase of x.</summary>
    /// <param name="x">The image.</param>
    /// <param name="at">Where the tile begins in it.</param>
    /// <param name="step">From one pixel of a tile to the next, in pixels of x.</param>
    /// <param name="channel">The first of the results' channels; begins with a plus.</param>
    public string ImageOf(string x, string at, int step, string channel) =>
        tiles.Transformed((x, at), step, (Image, $"(nint)tile * {depth}{channel}"), Group * depth, $"{tiles.Image.Channels}");

    /// <summary>The products of a group with windows that begin at a place.</summary>
    public string Multiplied(string windows)
    {
        var heights = Tile.Heights(Group, tiles.Units < LeastWide ? 2 : Tile.MostWide);
        var tile = new Tile(tiles.Units, ("v", $"row * {depth}", depth), "u", [new("k", $"{depth}", 1, Pitch)])
        {
            Blocks = ColumnBlocks.Of(tiles.Units, depth, heights),
        };
        string turns = "nint row = 0;\n" + string.Join("\n", heights.Select(height => Tile.Loop(height, "row", "count", tile.Sums(
            code, $"Winograd{depth}To{tiles.Units}", height, "ref float v, ref float u", "ref v, ref u", ("m", tiles.Units), "row"))));
        return CodeWriter.Text($$"""
            for (nint product = 0; product < {{tiles.Products}}; product++)
            {
                ref float u = ref Unsafe.Add(ref {{Windows}}, {{windows}}product * {{depth * Pitch}});
                ref float v = ref Unsafe.Add(ref {{Image}}, product * {{Group * depth}}), m = ref Unsafe.Add(ref {{Sums}}, product * {{Group * tiles.Units}});
                {{tile.Around(turns)}}
            }
            """);
    }

    /// <summary>The call that makes a tile's places of y, of which the first is in a row.</summary>
    public string Back(string row) => $"{code.Step.Name}Tile<S, V>({code.Arguments}, {row}, tile{tiles.Told.Arguments});";

    /// <summary>The methods for that.</summary>
    public string[] BackMethods() =>
    [
        code.Method("// y = Aᵀ·m·A of 2×2 places", $"{code.Step.Name}Tile", $"{code.Parameters}, nint row, nint tile{tiles.Told.Parameters}", BackBody(), isPrivate: true),
        ProductStore.Emit(code),
    ];

    private string BackBody()
    {
        int[] along = [.. Enumerable.Range(0, tiles.Size)];
        string[] Lines(int j) => tiles.Back([.. along.Select(i => $"S.Load(in m, {((tiles.Size * i) + j) * Group * tiles.Units})")]);
        string[] places = tiles.Back([.. along.Select(j => $"a{j}")]);
        string Half(int line)
        {
            string[] rows = line == 0 ? ["row", $"row + {apart}"] : [$"row + {apart * tiles.Image.Width}", $"row + {apart * (tiles.Image.Width + 1)}"];
            return CodeWriter.Text($$"""
                {{string.Join("\n", along.Select(j => $"{(line == 0 ? "V " : "")}a{j} = {Lines(j)[line]};"))}}
                {{ProductStore.Call(code, places[0], rows[0], "column")}}
                {{If(tiles.Has.Right, ProductStore.Call(code, places[1], rows[1], "column"))}}
                """);
        }

        return CodeWriter.Text($$"""
            for (nint column = 0; column < {{tiles.Units}}; column += S.Width)
            {
                ref float m = ref Unsafe.Add(ref {{Sums}}, tile * {{tiles.Units}} + column);
                {{Half(0)}}
                {{If(tiles.Has.Below, Half(1))}}
            }
            """);
    }

    private static string If(string condition, string text) => condition == "true" ? text : CodeWriter.Text($$"""
        if ({{condition}})
        {
            {{text}}
        }
        """);
}
