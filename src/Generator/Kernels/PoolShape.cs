using StaticNet.Generator.Ir;
using StaticNet.Generator.Ops;
using StaticNet.Generator.Plan;
using StaticNet.Generator.Text;

namespace StaticNet.Generator.Kernels;

/// <summary>The loops of a pool over <c>x [n,H,W,C]</c>: places of the window, channels in vectors, elements of the window that lie in x.</summary>
internal sealed class PoolShape(Pool pool, Shape x, Shape y, Storage image, Storage places)
{
    private readonly bool _flat = pool.Axes.Count == 1;

    private int XHeight => _flat ? 1 : x.Fixed(1);

    private int XWidth => x.Fixed(x.Rank - 2);

    private int YHeight => _flat ? 1 : y.Fixed(1);

    private int YWidth => y.Fixed(y.Rank - 2);

    private WindowAxis Down => _flat ? new() : pool.Axes[0];

    private WindowAxis Across => pool.Axes[pool.Axes.Count - 1];

    private int WindowHeight => _flat ? 1 : pool.Window[0];

    private int WindowWidth => pool.Window[pool.Axes.Count - 1];

    /// <summary>Where a vector of the place lies in y.</summary>
    public string Place => $"((sample * {YHeight} + line) * {YWidth} + place) * {places.Pitch} + column";

    /// <summary>
    /// <paramref name="body"/> for each vector of channels of each place of a share; it holds loops over the <see cref="Elements"/> of the window, whose bounds
    /// stand in <c>top</c>, <c>bottom</c>, <c>left</c> and <c>right</c>.
    /// </summary>
    public string Loops(ShareText share, string body) => share.Lines(StepCode.Rows(x[0]), YHeight, Line(body));

    /// <summary>The same for each place of the images of a share: what windows beside each other have in common belongs to one thread.</summary>
    public string LoopsBySample(ShareText share, string body) => share.Loop("sample", StepCode.Rows(x[0]), CodeWriter.Text($$"""
        for (nint line = 0; line < {{YHeight}}; line++)
        {
            {{Line(body)}}
        }
        """));

    private string Line(string body) => CodeWriter.Text($$"""
        {{Bounds("top", "bottom", "line", Down, WindowHeight, XHeight, YHeight)}}
        for (nint place = 0; place < {{YWidth}}; place++)
        {
            {{Bounds("left", "right", "place", Across, WindowWidth, XWidth, YWidth)}}
            for (nint column = 0; column < {{places.Pitch}}; column += S.Width)
            {
                {{body}}
            }
        }
        """);

    /// <summary>A loop over the elements of a window; <c>at</c> is where the vector of one lies in x.</summary>
    public string Elements(string body) => CodeWriter.Text($$"""
        for (nint i = top; i < bottom; i += {{Down.Dilation}})
        {
            for (nint j = left; j < right; j += {{Across.Dilation}})
            {
                nint at = ((sample * {{XHeight}} + i) * {{XWidth}} + j) * {{image.Pitch}} + column;
                {{body}}
            }
        }
        """);

    /// <summary>How many elements a mean counts at the place.</summary>
    public string Count
    {
        get
        {
            bool constant = pool.CountPadding && Fits(Down, WindowHeight, XHeight, YHeight) && Fits(Across, WindowWidth, XWidth, YWidth);
            return constant
                ? $"{WindowHeight * WindowWidth}"
                : $"({Counted("top", "bottom", "line", Down, WindowHeight, XHeight)}) * ({Counted("left", "right", "place", Across, WindowWidth, XWidth)})";
        }
    }

    // True if no window reaches beyond the padding behind x.
    private static bool Fits(WindowAxis axis, int window, int extent, int places) =>
        (places - 1) * axis.Stride - axis.Before + window <= extent + axis.After;

    private string Counted(string from, string to, string place, WindowAxis axis, int window, int extent) => pool.CountPadding
        ? $"global::System.Math.Min({place} * {axis.Stride} - {axis.Before} + {window}, {extent + axis.After}) - ({place} * {axis.Stride} - {axis.Before})"
        : $"{to} - {from}";

    // The first and the end of the window's elements that lie in x.
    private static string Bounds(string from, string to, string place, WindowAxis axis, int window, int extent, int places)
    {
        string start = axis.Before == 0 ? $"{place} * {axis.Stride}" : $"{place} * {axis.Stride} - {axis.Before}";
        string end = $"{from} + {axis.Reach(window)}";
        if (axis.Before > 0)
        {
            end = $"{start} + {axis.Reach(window)}";
            start = axis.Dilation == 1
                ? $"global::System.Math.Max(0, {start})"
                : $"{start} + ({axis.Before} - {place} * {axis.Stride} > 0 ? ({axis.Before} - {place} * {axis.Stride} + {axis.Dilation - 1}) / {axis.Dilation} * {axis.Dilation} : 0)";
        }

        if ((places - 1) * axis.Stride - axis.Before + axis.Reach(window) > extent)
            end = $"global::System.Math.Min({extent}, {end})";
        return $"nint {from} = {start};\nnint {to} = {end};";
    }
}
