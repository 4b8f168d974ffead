using StaticNet.Generator.Infrastructure;
using StaticNet.Generator.Ops;

namespace StaticNet.Generator.Reference;

/// <summary>Reads the attributes of ops over windows: <c>stride 2,2 pad 1:1,0:-1 dilation 2,2</c>.</summary>
internal static class WindowKeywords
{
    public static OpOf Conv(string mode, TextLine line)
    {
        Func<int, EquatableArray<WindowAxis>> axes = Axes(line);
        int groups = line.TryTake("groups") ? line.TakeInteger("the number of groups") : 1;
        ConvMode kind = mode switch { "data" => ConvMode.Data, "filter" => ConvMode.Filter, "phases" => ConvMode.Phases, _ => ConvMode.Forward };
        bool last = IsChannelsLast(line);
        return (shape, _, _) => new Conv(kind, axes(shape.Rank - 2), groups, last);
    }

    public static OpOf Pool(PoolKind kind, string mode, TextLine line)
    {
        int[] window = [.. line.TakeList(() => line.TakeInteger("an extent of the window"))];
        Func<int, EquatableArray<WindowAxis>> axes = Axes(line);
        bool ceiling = line.TryTake("ceiling"), counts = !line.TryTake("without") || !line.TryTake("padding");
        var pool = new Pool(kind, window.ToEquatableArray(), axes(window.Length), ceiling, counts, IsChannelsLast(line));
        return (shape, _, _) => mode == "gradient" ? new PoolGradient(pool, shape) : pool;
    }

    private static bool IsChannelsLast(TextLine line) => line.TryTake("channels") && line.TryTake("last");

    // How many axes there are is known from the list that is there, or from the shape where none is.
    private static Func<int, EquatableArray<WindowAxis>> Axes(TextLine line)
    {
        int[]? strides = List(line, "stride", () => line.TakeInteger("a stride"));
        (int Before, int After)[]? pads = List(line, "pad", () =>
        {
            int before = line.TakeSigned("the padding before");
            line.Expect(':');
            return (before, line.TakeSigned("the padding after"));
        });
        int[]? dilations = List(line, "dilation", () => line.TakeInteger("a dilation"));
        return rank => Enumerable.Range(0, Math.Max(0, rank)).Select(i =>
        {
            var (before, after) = At(pads, i, (0, 0));
            return new WindowAxis(At(strides, i, 1), before, after, At(dilations, i, 1));
        }).ToEquatableArray();
    }

    private static T[]? List<T>(TextLine line, string keyword, Func<T> item) => line.TryTake(keyword) ? [.. line.TakeList(item)] : null;

    private static T At<T>(T[]? list, int index, T usual) => list is not null && index < list.Length ? list[index] : usual;
}
