using StaticNet.Generator.Ir;

namespace StaticNet.Generator.Ops;

/// <summary>Images and sequences with more places, their channels last: <c>[n,H,W,C] → [n,H·r,W·r,C]</c>.</summary>
internal static class Upsampling
{
    /// <summary>Each element <paramref name="factor"/> times along each axis between the first and the last: <c>y[o] = x[⌊o/r⌋]</c>.</summary>
    public static Value Repeat(this IBuilder net, Value x, int factor)
    {
        ImmutableArray<Dim> dims = x.Shape.Dims;
        Dim[] places = [.. dims.Skip(1).Take(dims.Length - 2)];
        Value single = net.Reshape(x, new([dims[0], .. places.SelectMany(extent => new Dim[] { extent, 1 }), dims[dims.Length - 1]]));
        Value repeated = net.BroadcastTo(single, new([dims[0], .. places.SelectMany(extent => new Dim[] { extent, factor }), dims[dims.Length - 1]]));
        return net.Reshape(repeated, new([dims[0], .. places.Select(extent => (Dim)(extent.Size * factor)), dims[dims.Length - 1]]));
    }

    /// <summary>
    /// Lines between neighbouring elements, <paramref name="factor"/> places for each: place o lies at <c>p = (o + ½)/r − ½</c>, or, where the corners are
    /// aligned, at <c>p = o·(extent − 1)/(r·extent − 1)</c>; below 0 counts as 0, and behind the last element as that. Since <c>|p − ⌊o/r⌋| &lt; 1</c>,
    /// <c>y[o] = Σ w_d[o]·x[⌊o/r⌋ + d]</c> over d from −1 to 1.
    /// </summary>
    public static Value Interpolate(this IBuilder net, Value x, int axis, int factor, bool alignCorners)
    {
        int extent = x.Shape.Fixed(axis);
        var operands = new List<Value>();
        for (int d = -1; d <= 1; d++)
        {
            double[] weights = [.. Enumerable.Range(0, extent * factor).Select(o => Weight(Position(o, extent, factor, alignCorners), o / factor + d, extent))];
            if (weights.All(w => w == 0))
                continue;
            operands.Add(Single(net, Shifted(net, x, axis, d), axis));
            operands.Add(net.Constant(weights, new([extent, factor, .. Enumerable.Repeat((Dim)1, x.Shape.Rank - axis - 1)])));
        }

        Scalar sum = Enumerable.Range(0, operands.Count / 2).Select(i => Scalar.Operand(2 * i) * Scalar.Operand(2 * i + 1)).Aggregate((a, b) => a + b);
        return Joined(net, net.Map(sum, operands), axis);
    }

    private static double Position(int place, int extent, int factor, bool alignCorners) => alignCorners
        ? place * (extent - 1.0) / Math.Max(1, extent * factor - 1)
        : Math.Max(0, (place + 0.5) / factor - 0.5);

    // What the element of an index has in the place p: the one before p and the one behind it, which at the end are the same.
    private static double Weight(double p, int index, int extent)
    {
        int left = (int)Math.Floor(p), right = Math.Min(left + 1, extent - 1);
        return (index == left ? 1 - (p - left) : 0) + (index == right ? p - left : 0);
    }

    // y[i] = x[i + d], and 0 beyond the ends
    private static Value Shifted(IBuilder net, Value x, int axis, int d)
    {
        int rest = x.Shape.Fixed(axis) - Math.Abs(d);
        return net.Pad(net.Slice(x, axis, Math.Max(0, d), rest), axis, Math.Max(0, -d), Math.Max(0, d));
    }

    // [extent] → [extent,1], and [extent,r] → [extent·r]
    private static Value Single(IBuilder net, Value x, int axis) => net.Reshape(x, new([.. x.Shape.Dims.Insert(axis + 1, 1)]));

    private static Value Joined(IBuilder net, Value x, int axis)
    {
        ImmutableArray<Dim> dims = x.Shape.Dims;
        return net.Reshape(x, new([.. dims.RemoveAt(axis).SetItem(axis, x.Shape.Fixed(axis) * x.Shape.Fixed(axis + 1))]));
    }
}
