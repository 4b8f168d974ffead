using StaticNet.Generator.Ops;

namespace StaticNet.Generator.Reference;

internal static class MoveEvaluator
{
    // y[i₀, i₁, …] = x[…, iⱼ at axis order[j], …]
    public static double[] Run(Ops.Permute op, Evaluation e)
    {
        Extents x = e.InputExtents[0], y = e.Result;
        return [.. Enumerable.Range(0, y.Count).Select(i =>
            e.Inputs[0][Enumerable.Range(0, y.Rank).Sum(axis => y.Coordinate(i, axis) * x.Stride(op.Order[axis]))])];
    }

    // y[…, i, …] = x[…, start + i·step, …]
    public static double[] Run(Ops.Slice op, Evaluation e)
    {
        var y = new double[e.Result.Count];
        for (int i = 0; i < y.Length; i++)
            y[i] = e.Inputs[0][Moved(i, e.Result, e.InputExtents[0], op.Axis, op.Start, op.Step)];
        return y;
    }

    // y[…, first + i·step, …] = x[…, i, …], and 0 elsewhere
    public static double[] Run(Pad op, Evaluation e)
    {
        Extents x = e.InputExtents[0];
        var y = new double[e.Result.Count];
        for (int i = 0; i < x.Count; i++)
            y[Moved(i, x, e.Result, op.Axis, op.First(x[op.Axis]), op.Step)] = e.Inputs[0][i];
        return y;
    }

    // The element of the extents `to` at the coordinates of element i of `from`, with that along the axis mapped to first + coordinate·step.
    private static int Moved(int i, Extents from, Extents to, int axis, int first, int step)
    {
        int inner = from.Stride(axis), outer = i / (inner * from[axis]);
        return (outer * to[axis] + first + from.Coordinate(i, axis) * step) * inner + i % inner;
    }
}
