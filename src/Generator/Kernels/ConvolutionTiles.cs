using StaticNet.Generator.Ops;
using StaticNet.Generator.Plan;
using StaticNet.Generator.Text;

namespace StaticNet.Generator.Kernels;

/// <summary>The register tiles of a convolution: the rows of a tile are neighbouring places of the window, its depth is some lines of the window.</summary>
internal sealed class ConvolutionTiles
{
    private readonly ImageShape _image;
    private readonly int _lines, _units;

    /// <param name="image">The extents.</param>
    /// <param name="weight">How the weight lies, <c>[KH,KW,C,O]</c>.</param>
    /// <param name="x">What a tile calls the image.</param>
    /// <param name="w">What a tile calls the weight.</param>
    /// <param name="lines">The lines of the window that a tile goes over.</param>
    public ConvolutionTiles(ImageShape image, Storage weight, string x, string w, int lines)
    {
        (_image, _lines, _units) = (image, lines, weight.Columns);
        int columns = Limits.Pad(weight.Columns);
        Heights = Tile.Heights(image.Width, exact: true);
        Tile = new(columns, (x, "source", image.PlaceRight), w, Depth(weight.Pitch)) { Blocks = ColumnBlocks.Of(columns, image.Depth, Heights) };
    }

    public Tile Tile { get; }

    public IReadOnlyList<(int Rows, int Vectors)> Heights { get; }

    /// <summary>What a call passes of the columns.</summary>
    public string Range => Tile.Blocks is null ? "" : ColumnBlocks.Arguments;

    public static bool Matches(Step step) => step.Nodes[0].Op is Conv { Mode: ConvMode.Forward, ChannelsLast: true, Groups: 1, Axes.Count: 1 or 2 };

    /// <summary>The loops over the places of a line.</summary>
    public string Places(Func<(int Rows, int Vectors), string> call) =>
        "nint place = 0;\n" + string.Join("\n", Heights.Select(height => Tile.Loop(height, "place", $"{Tile.Until(height.Rows, _image.Width)}", call(height))));

    /// <summary>The loop over blocks of columns around a body, if there are several.</summary>
    public string Around(string body) => Tile.Blocks?.Around(body) ?? body;

    /// <summary>The loop over the vectors of the columns that are being gone over.</summary>
    public string Columns(string variable, string body) => CodeWriter.Text($$"""
        for (nint {{variable}} = {{(Tile.Blocks is null ? "0" : "column")}}; {{variable}} < {{(Tile.Blocks is null ? $"{Tile.Columns}" : "end")}}; {{variable}} += S.Width)
            {{body}}
        """);

    /// <summary>
    /// The name of the method that writes bare sums, which all convolutions of these extents share; with <paramref name="adds"/>, a parameter that says
    /// whether they are added to what is there.
    /// </summary>
    public string Shared(StepCode code, (int Rows, int Vectors) height, string adds)
    {
        string stem = $"Windows{_lines}x{_image.WindowWidth}From{_image.Channels}To{_units}";
        string parameters = $"ref float x, ref float weight, ref float y, nint row, nint source{(adds.Length == 0 ? "" : $", bool {adds}")}";
        return code.Part(Tile.Name(stem, height.Rows), name => Tile.Method(code, name, height, parameters, (product, row, column) =>
        {
            string at = $"{row} * {Tile.Columns} + {column}";
            return $"S.Store({(adds.Length == 0 ? product : $"{adds} ? S.Add(S.Load(in y, {at}), {product}) : {product}")}, ref y, {at});";
        }));
    }

    private ImmutableArray<TileLoop> Depth(int pitch)
    {
        int run = _image.WindowWidth * _image.Channels, line = _image.IsRun ? run : _image.WindowWidth * _image.ElementRight;
        var down = new TileLoop("i", $"{_lines}", _image.ElementDown - line, 0);
        return _image.IsRun
            ? [down, new("k", $"{run}", 1, pitch)]
            : [down, new("j", $"{_image.WindowWidth}", _image.ElementRight - _image.Channels, 0), new("k", $"{_image.Channels}", 1, pitch)];
    }
}
