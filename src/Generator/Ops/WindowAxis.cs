using StaticNet.Generator.Infrastructure;
using StaticNet.Generator.Ir;

namespace StaticNet.Generator.Ops;

/// <summary>
/// How a window moves along one spatial axis: element <c>q</c> of its <c>p</c>-th place reads <c>x[p·stride + q·dilation − before]</c>.
/// </summary>
/// <param name="Stride">From one place to the next.</param>
/// <param name="Before">Elements that count as zero in front of the first.</param>
/// <param name="After">The same behind the last; negative for elements at the end that no window reads.</param>
/// <param name="Dilation">From one element of the window to the next.</param>
internal sealed record WindowAxis(int Stride = 1, int Before = 0, int After = 0, int Dilation = 1)
{
    /// <summary>How far a window of <paramref name="size"/> elements reaches.</summary>
    public int Reach(int size) => (size - 1) * Dilation + 1;

    /// <summary>How far the last of several windows of <paramref name="size"/> could still move in <paramref name="extent"/> elements.</summary>
    public int Room(int extent, int size)
    {
        if (Stride < 1 || Dilation < 1 || Before < 0)
            throw new ShapeError($"a window with stride {Stride}, dilation {Dilation} and {Before} elements before the first does not move");
        int room = extent + Before + After - Reach(size);
        return room >= 0 ? room : throw new ShapeError($"a window that reaches over {Reach(size)} elements does not fit into {Before} + {extent} + {After}");
    }
}

internal static class WindowAxes
{
    /// <summary>The same along each of <paramref name="rank"/> axes.</summary>
    public static EquatableArray<WindowAxis> Same(int rank, WindowAxis axis) => Enumerable.Repeat(axis, rank).ToEquatableArray();

    /// <summary>What differs from a window that moves by one without padding: <c> stride 2,2 pad 1:1,1:1 dilation 2,2</c>.</summary>
    public static string Text(this EquatableArray<WindowAxis> axes) =>
        Part(axes, "stride", a => $"{a.Stride}", "1") + Part(axes, "pad", a => $"{a.Before}:{a.After}", "0:0") + Part(axes, "dilation", a => $"{a.Dilation}", "1");

    private static string Part(EquatableArray<WindowAxis> axes, string keyword, Func<WindowAxis, string> text, string usual) =>
        axes.All(a => text(a) == usual) ? "" : $" {keyword} {string.Join(",", axes.Select(text))}";
}
