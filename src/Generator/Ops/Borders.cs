using StaticNet.Generator.Ir;

namespace StaticNet.Generator.Ops;

/// <summary>Elements of a value repeated beyond its ends.</summary>
internal static class Borders
{
    /// <summary>Mirrored at the first and at the last element, which are not repeated: <c>3 2 | 1 2 3 4 | 3</c>. Fewer than there are.</summary>
    public static Value Reflect(this IBuilder net, Value x, int axis, int before, int after)
    {
        int extent = x.Shape.Fixed(axis);
        return Joined(
            net,
            axis,
            before == 0 ? [] : [net.Slice(x, axis, before, before, -1)],
            x,
            after == 0 ? [] : [net.Slice(x, axis, extent - 2, after, -1)]);
    }

    /// <summary>The first and the last element again: <c>1 1 | 1 2 3 | 3</c>.</summary>
    public static Value Replicate(this IBuilder net, Value x, int axis, int before, int after) => Joined(
        net,
        axis,
        Enumerable.Repeat(net.Slice(x, axis, 0, 1), before),
        x,
        Enumerable.Repeat(net.Slice(x, axis, x.Shape.Fixed(axis) - 1, 1), after));

    private static Value Joined(IBuilder net, int axis, IEnumerable<Value> before, Value x, IEnumerable<Value> after)
    {
        Value[] parts = [.. before, x, .. after];
        return parts.Length == 1 ? x : net.Concat(axis, parts);
    }
}
