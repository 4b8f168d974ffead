using StaticNet.Generator.Ops;
using StaticNet.Generator.Plan;

namespace StaticNet.Generator.Kernels;

/// <summary>The register tiles of a convolution: the rows of a tile are neighbouring places of the window, its depth is the window or a part of it.</summary>
internal sealed class ConvolutionTiles
{
    // Parts shorter than this store more than they multiply.
    private const int LeastProducts = 64;

    // The weights that a tile reads in a part take three quarters of the first cache.
    private const int PartBytes = 3 * Limits.FirstCacheBytes / 2;

    private readonly string _stem;
    private readonly int _places;

    private ConvolutionTiles(string stem, int places, IReadOnlyList<(int Rows, int Vectors)> heights, Tile tile) => (_stem, _places, Heights, Tile) = (stem, places, heights, tile);

    /// <summary>Tiles over the whole window.</summary>
    /// <param name="image">The extents.</param>
    /// <param name="weight">How the weight lies, <c>[KH,KW,C,O]</c>.</param>
    /// <param name="x">What a tile calls the image.</param>
    /// <param name="w">What a tile calls the weight.</param>
    public static ConvolutionTiles OfWindow(ImageShape image, Storage weight, string x, string w)
    {
        int columns = Limits.Pad(weight.Columns);
        IReadOnlyList<(int Rows, int Vectors)> heights = Tile.HeightsOf(image.Width);
        string stem = $"Windows{image.WindowHeight}x{image.WindowWidth}From{image.Channels}To{weight.Columns}";
        return new(stem, image.Width, heights, new(columns, (x, "source", image.PlaceRight), w, Window(image, weight.Pitch)) { Blocks = ColumnBlocks.Of(columns, image.Depth, heights) });
    }

    /// <summary>Tiles over so many products that lie side by side, a few columns at a time: their weights are near.</summary>
    /// <param name="places">The places of a line.</param>
    /// <param name="right">From one of them to the next, in x.</param>
    /// <param name="weight">How the weight lies.</param>
    /// <param name="products">The products of a part.</param>
    public static ConvolutionTiles OfPart(int places, int right, Storage weight, int products)
    {
        int columns = Limits.Pad(weight.Columns), vectors = Tile.VectorsNear(places);
        return new(
            $"Products{products}To{weight.Columns}", places, [.. Tile.HeightsOf(places).Select(height => (height.Rows, vectors))],
            new(columns, ("x", "source", right), "weight", [new("k", $"{products}", 1, weight.Pitch)])
            {
                Blocks = new(columns, vectors),
                Ahead = Tile.AheadIn(weight),
            });
    }

    /// <summary>The most products that divide a run of them and whose weights the cache keeps; a run that has no such part is one.</summary>
    public static int Part(int run, int places)
    {
        int most = PartBytes / (Tile.VectorsNear(places) * ColumnBlocks.Width * sizeof(float)), parts = (run + most - 1) / most;
        while (run % parts != 0)
            parts++;
        return run / parts >= LeastProducts ? run / parts : run;
    }

    public Tile Tile { get; }

    public IReadOnlyList<(int Rows, int Vectors)> Heights { get; }

    public static bool Matches(Step step) => step.Nodes[0].Op is Conv { Mode: ConvMode.Forward, ChannelsLast: true, Groups: 1, Axes.Count: 1 or 2 };

    /// <summary>The loops over the places of a line.</summary>
    public string Places(Func<(int Rows, int Vectors), string> call) =>
        "nint place = 0;\n" + string.Join("\n", Heights.Select(height => Tile.Loop(height, "place", $"{Tile.Until(height.Rows, _places)}", call(height))));

    /// <summary>
    /// The call that stores the bare sums of some places, so many rows <paramref name="apart"/>, by a method of all convolutions of these extents
    /// (<see cref="Tile.Sums"/>).
    /// </summary>
    public string Sums(StepCode code, (int Rows, int Vectors) height, string arguments, string sums, string row, string? adds = null, int apart = 1) => Tile.Sums(
        code, _stem, height, "ref float x, ref float weight, nint source", arguments, (sums, apart * Tile.Columns), row, adds);

    private static ImmutableArray<TileLoop> Window(ImageShape image, int pitch)
    {
        int run = image.WindowWidth * image.Channels, line = image.IsRun ? run : image.WindowWidth * image.ElementRight;
        var down = new TileLoop("i", $"{image.WindowHeight}", image.ElementDown - line, 0);
        return image.IsRun
            ? [down, new("k", $"{run}", 1, pitch)]
            : [down, new("j", $"{image.WindowWidth}", image.ElementRight - image.Channels, 0), new("k", $"{image.Channels}", 1, pitch)];
    }
}
