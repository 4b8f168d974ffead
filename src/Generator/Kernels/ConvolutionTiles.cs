using StaticNet.Generator.Ops;
using StaticNet.Generator.Plan;

namespace StaticNet.Generator.Kernels;

/// <summary>The register tiles of a convolution: the rows of a tile are neighbouring places of the window, its depth is the window or a part of it.</summary>
internal sealed class ConvolutionTiles
{
    private readonly ImageShape _image;
    private readonly string _stem;

    /// <param name="image">The extents.</param>
    /// <param name="weight">How the weight lies, <c>[KH,KW,C,O]</c>.</param>
    /// <param name="x">What a tile calls the image.</param>
    /// <param name="w">What a tile calls the weight.</param>
    /// <param name="part">The products that a tile goes over, which lie side by side; by default all of the window's.</param>
    public ConvolutionTiles(ImageShape image, Storage weight, string x, string w, int? part = null)
    {
        _image = image;
        _stem = part is { } products ? $"Products{products}To{weight.Columns}" : $"Windows{image.WindowHeight}x{image.WindowWidth}From{image.Channels}To{weight.Columns}";
        int columns = Limits.Pad(weight.Columns);
        int near = Tile.VectorsNear(image.Width);
        Heights = part is null ? Tile.HeightsOf(image.Width) : [.. Tile.HeightsOf(image.Width).Select(height => (height.Rows, near))];
        Tile = new(columns, (x, "source", image.PlaceRight), w, part is { } count ? [new("k", $"{count}", 1, weight.Pitch)] : Window(weight.Pitch))
        {
            Blocks = part is null ? ColumnBlocks.Of(columns, image.Depth, Heights) : new(columns, near),
        };
    }

    public Tile Tile { get; }

    public IReadOnlyList<(int Rows, int Vectors)> Heights { get; }

    public static bool Matches(Step step) => step.Nodes[0].Op is Conv { Mode: ConvMode.Forward, ChannelsLast: true, Groups: 1, Axes.Count: 1 or 2 };

    /// <summary>The loops over the places of a line.</summary>
    public string Places(Func<(int Rows, int Vectors), string> call) =>
        "nint place = 0;\n" + string.Join("\n", Heights.Select(height => Tile.Loop(height, "place", $"{Tile.Until(height.Rows, _image.Width)}", call(height))));

    /// <summary>The call that stores the bare sums of some places, by a method of all convolutions of these extents (<see cref="Tile.Sums"/>).</summary>
    public string Sums(StepCode code, (int Rows, int Vectors) height, string arguments, string sums, string row, string? adds = null) => Tile.Sums(
        code, _stem, height, "ref float x, ref float weight, nint source", arguments, (sums, Tile.Columns), row, adds);

    private ImmutableArray<TileLoop> Window(int pitch)
    {
        int run = _image.WindowWidth * _image.Channels, line = _image.IsRun ? run : _image.WindowWidth * _image.ElementRight;
        var down = new TileLoop("i", $"{_image.WindowHeight}", _image.ElementDown - line, 0);
        return _image.IsRun
            ? [down, new("k", $"{run}", 1, pitch)]
            : [down, new("j", $"{_image.WindowWidth}", _image.ElementRight - _image.Channels, 0), new("k", $"{_image.Channels}", 1, pitch)];
    }
}
