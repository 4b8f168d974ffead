using StaticNet.Generator.Ops;

namespace StaticNet.Generator.Reference;

internal static class ReduceEvaluator
{
    // y_r = Σ x_i or max x_i over the elements i to which r would be repeated; a NaN is the maximum of anything.
    public static double[] Run(Reduce op, Evaluation e)
    {
        double[] x = e.Inputs[0];
        int[] result = e.Result.RepeatedTo(e.InputExtents[0]);
        double[] y = [.. Enumerable.Repeat(op.Kind == ReduceKind.Sum ? 0 : double.NegativeInfinity, e.Result.Count)];
        for (int i = 0; i < x.Length; i++)
            y[result[i]] = op.Kind == ReduceKind.Sum ? y[result[i]] + x[i] : Math.Max(y[result[i]], x[i]);
        return y;
    }
}
