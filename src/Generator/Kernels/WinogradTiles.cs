using StaticNet.Generator.Ir;
using StaticNet.Generator.Ops;
using StaticNet.Generator.Plan;
using StaticNet.Generator.Text;

namespace StaticNet.Generator.Kernels;

/// <summary>
/// Tiles of 2×2 places of windows, whose sums Winograd's F(2×2, r×r) makes of (r+1)² products together, 16 for 36 of 3×3 and 9 for 16 of 2×2, and
/// transforms of x, of the windows and of y. A window of r·s elements that moves by s is s² windows of r, one for each phase of x.
/// </summary>
/// <param name="Image">The extents of x and of the windows.</param>
/// <param name="Units">The results of a place, padded.</param>
/// <param name="Stride">s: phases along an axis.</param>
/// <param name="Lines">Places of y, down; through a stride those of one of its phases.</param>
/// <param name="Places">The same across.</param>
internal sealed record WinogradTiles(ImageShape Image, int Units, int Stride, int Lines, int Places)
{
    // From here on the products that are saved outweigh the transforms: those of the windows by the number of tiles, those of a tile by its channels.
    private const int LeastTiles = 128, LeastChannels = 32;

    // Below these a batch that is not full goes over the windows themselves: 16 tiles of 4×4 windows, 64→128, took 141 µs for 90; with 64 tiles of 3×3
    // windows, 128→128, ResNet-18 took 6 % less than without.
    private const int FewTiles = 64;

    // The transformed windows of a stride of 2 are 36 numbers for 16; of 3 they would be 81 for 36.
    private const int MostStride = 2;

    /// <summary>The tiles of a convolution or of its gradient by data or windows, of images x and y; null where they do not fit or do not pay.</summary>
    public static WinogradTiles? Of(Node node, Value x, Value y, Value w, int pixel, int maxBatch)
    {
        if (node.Op is not Conv { ChannelsLast: true, Groups: 1, Axes.Count: 2 } conv || conv.Axes.Any(a => a.Stride != conv.Axes[0].Stride || a.Dilation != 1))
            return null;
        bool ofPhases = conv.Mode == ConvMode.Phases;
        if (!ofPhases && conv.Axes.Any(a => a.Before != 0 || a.After != 0))
            return null;
        var image = new ImageShape(conv, x.Shape, y.Shape, w.Shape, pixel);
        int units = w.Shape[0].Size, stride = conv.Axes[0].Stride, of = ofPhases ? stride : 1;
        var tiles = new WinogradTiles(image, Limits.Pad(units), stride, image.Height / of, image.Width / of);
        return image.WindowHeight == image.WindowWidth && stride <= MostStride && image.WindowWidth % stride == 0 && tiles.Taps is 2 or 3
            && image.Channels % Limits.Block == 0 && Math.Min(image.Channels, units) >= LeastChannels
            && (long)tiles.PerSample * maxBatch >= LeastTiles && tiles.Saves
            ? tiles
            : null;
    }

    /// <summary>r: the elements of a phase's window along an axis.</summary>
    public int Taps => Image.WindowWidth / Stride;

    /// <summary>The products of a tile along an axis.</summary>
    public int Size => Taps + 1;

    /// <summary>The products of a tile.</summary>
    public int Products => Size * Size;

    /// <summary>The phases of x or y.</summary>
    public int Phases => Stride * Stride;

    /// <summary>The transforms.</summary>
    public string Transforms => $"Winograd{Taps}x{Taps}";

    /// <summary>The tiles of all samples.</summary>
    public string Count => $"{PerSample} * {Image.Samples}";

    private int Down => (Lines + 1) / 2;

    private int Across => (Places + 1) / 2;

    private int PerSample => Down * Across;

    /// <summary>The condition under which a batch has so few tiles that the windows' transform outweighs what is saved; null if none has.</summary>
    public string? IsFew => PerSample < FewTiles ? $"{Count} < {FewTiles}" : null;

    // A quarter of the products, those of places that are not there counted.
    private bool Saves => 4L * PerSample * Products <= 3L * Lines * Places * Taps * Taps;

    // Whether a tile may have one line, or one place.
    private bool IsOddDown => Lines % 2 > 0;

    private bool IsOddAcross => Places % 2 > 0;

    /// <summary>Whether a tile's second line of y is there, and its second place.</summary>
    public (string Below, string Right) Has => (IsOddDown ? "hasBelow" : "true", IsOddAcross ? "hasRight" : "true");

    /// <summary>What a method is told of that, and what its calls say.</summary>
    public (string Parameters, string Arguments) Told =>
        ((IsOddDown ? ", bool hasBelow" : "") + (IsOddAcross ? ", bool hasRight" : ""), (IsOddDown ? ", hasBelow" : "") + (IsOddAcross ? ", hasRight" : ""));

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

    /// <summary>
    /// The body for each tile of a group: <c>source</c> of its first element in x, which moves by so many places of x from one place to the next,
    /// <c>row</c> of its first place in y, whose places lie so far apart.
    /// </summary>
    public string Each(string body, int step, int apart) => CodeWriter.Text($$"""
        for (int tile = 0; tile < count; tile++)
        {
            int sample = (first + tile) / {{PerSample}}, down = (first + tile) % {{PerSample}} / {{Across}}, right = (first + tile) % {{Across}};
            {{(IsOddDown ? $"bool hasBelow = down < {Down - 1};" : "")}}
            {{(IsOddAcross ? $"bool hasRight = right < {Across - 1};" : "")}}
            nint source = (nint)sample * {{Image.Sample}} + down * {{2 * step * Image.Line}} + right * {{2 * step * Image.Pixel}};
            nint row = (nint)sample * {{Image.Height * Image.Width}} + down * {{2 * apart * Image.Width}} + {{2 * apart}} * right;
            {{body}}
        }
        """);

    /// <summary>The transform of a tile of x, of so many channels.</summary>
    /// <param name="x">The image, and where the tile begins in it.</param>
    /// <param name="step">From one pixel of a tile to the next, in pixels of x.</param>
    /// <param name="target">What has the results, and where they begin in it.</param>
    /// <param name="product">From one result to the next.</param>
    /// <param name="channels">The channels.</param>
    public string Transformed((string Name, string At) x, int step, (string Name, string At) target, int product, string channels)
    {
        int line = step * Image.Line, pixel = step * Image.Pixel;
        string below = IsOddDown ? $"hasBelow ? {line} : 0" : $"{line}", right = IsOddAcross ? $"hasRight ? {pixel} : 0" : $"{pixel}";
        return $"{Transforms}.Image<S, V>(in Unsafe.Add(ref {x.Name}, {x.At}), {line}, {pixel}, {below}, {right}, "
            + $"ref Unsafe.Add(ref {target.Name}, {target.At}), {product}, {channels});";
    }

    /// <summary>The body for each phase, <c>phase</c> of so many, if there are several.</summary>
    public string EachPhase(string body) => Phases == 1 ? body : CodeWriter.Text($$"""
        for (nint phase = 0; phase < {{Phases}}; phase++)
        {
            {{body}}
        }
        """);

    /// <summary>How far a phase lies from the first, where one line and one place are so far apart; begins with a plus.</summary>
    public string OfPhase(int line, int place) => Phases == 1 ? "" : $" + phase / {Stride} * {line} + phase % {Stride} * {place}";

    /// <summary>The sums of y along an axis, from products: Aᵀ.</summary>
    public string[] Back(string[] m) => Taps == 2
        ? [$"S.Add({m[0]}, {m[1]})", $"S.Add({m[1]}, {m[2]})"]
        : [$"S.Add(S.Add({m[0]}, {m[1]}), {m[2]})", $"S.Subtract(S.Subtract({m[1]}, {m[2]}), {m[3]})"];

    /// <summary>The elements of the gradient by a window along an axis, from sums of products: Gᵀ.</summary>
    public string[] BackToWindow(string[] u) => Taps == 2
        ? [$"S.Add({u[0]}, {u[1]})", $"S.Add({u[1]}, {u[2]})"]
        :
        [
            $"S.FusedMultiplyAdd(half, S.Add({u[1]}, {u[2]}), {u[0]})",
            $"S.Multiply(half, S.Subtract({u[1]}, {u[2]}))",
            $"S.FusedMultiplyAdd(half, S.Add({u[1]}, {u[2]}), {u[3]})",
        ];
}
