using StaticNet.Generator.Ir;
using StaticNet.Generator.Ops;
using StaticNet.Generator.Plan;
using StaticNet.Generator.Text;

namespace StaticNet.Generator.Kernels;

/// <summary>
/// Tiles of 2×2 places of 3×3 windows, whose sums of 9 products Winograd's F(2×2, 3×3) makes of 16 together: 16·tiles·C·O multiply-adds for 36, and
/// transforms of x, of the windows and of y.
/// </summary>
/// <param name="Image">The extents.</param>
/// <param name="Units">The results of a place, padded.</param>
internal sealed record WinogradTiles(ImageShape Image, int Units)
{
    /// <summary>The products of a tile.</summary>
    public const int Products = 16;

    // From here on the products that are saved outweigh the transforms: those of the windows by the number of tiles, those of a tile by its channels.
    private const int LeastTiles = 128, LeastChannels = 32;

    /// <summary>The tiles of a convolution or of the gradient by its windows, of images x and y; null where they do not fit or do not pay.</summary>
    public static WinogradTiles? Of(Node node, Value x, Value y, Value w, int pixel, int maxBatch)
    {
        if (node.Op is not Conv { ChannelsLast: true, Groups: 1, Axes.Count: 2 } conv || conv.Axes.Any(a => a.Stride != 1 || a.Dilation != 1 || a.Before != 0 || a.After != 0))
            return null;
        var image = new ImageShape(conv, x.Shape, y.Shape, w.Shape, pixel);
        int units = w.Shape[0].Size, tiles = image.Height / 2 * (image.Width / 2);
        return image is { WindowHeight: 3, WindowWidth: 3 } && image.Height % 2 == 0 && image.Width % 2 == 0
            && image.Channels % Limits.Block == 0 && Math.Min(image.Channels, units) >= LeastChannels && (long)tiles * maxBatch >= LeastTiles
            ? new(image, Limits.Pad(units))
            : null;
    }

    private int Across => Image.Width / 2;

    private int PerSample => Image.Height / 2 * Across;

    /// <summary>The tiles of all samples.</summary>
    public string Count => $"{PerSample} * {Image.Samples}";

    /// <summary>The body for each group of so many tiles of a share: <c>first</c> of them, and how many they are.</summary>
    public string Groups(ShareText share, int size, string body)
    {
        var (declared, end) = share.Begin("first", Count);
        return CodeWriter.Text($$"""
            for ({{declared}} first < {{end}}; first += {{size}})
            {
                int count = Math.Min({{size}}, {{end}} - first);
                {{body}}
            }
            """);
    }

    /// <summary>The body for each tile of a group: <c>source</c> of its first element in x, <c>row</c> of its first place in y.</summary>
    public string Each(string body) => CodeWriter.Text($$"""
        for (int tile = 0; tile < count; tile++)
        {
            int sample = (first + tile) / {{PerSample}}, down = (first + tile) % {{PerSample}} / {{Across}}, right = (first + tile) % {{Across}};
            nint source = (nint)sample * {{Image.Sample}} + down * {{2 * Image.Line}} + right * {{2 * Image.Pixel}};
            nint row = (nint)sample * {{Image.Height * Image.Width}} + down * {{2 * Image.Width}} + 2 * right;
            {{body}}
        }
        """);

    /// <summary>The transform of x, for each tile of a group of so many.</summary>
    public string Transformed(string x, string target, int size) => Transformed(x, target, size, "", $"{Image.Channels}");

    /// <summary>The same for so many channels from one on.</summary>
    public string Transformed(string x, string target, int size, string from, string channels) =>
        $"Winograd.Image<S, V>(in Unsafe.Add(ref {x}, source{from}), {Image.Line}, {Image.Pixel}, ref Unsafe.Add(ref {target}, (nint)tile * {Image.Channels}{from}), {size * Image.Channels}, {channels});";
}
