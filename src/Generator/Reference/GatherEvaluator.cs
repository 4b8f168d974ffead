using StaticNet.Generator.Ops;

namespace StaticNet.Generator.Reference;

internal static class GatherEvaluator
{
    // yᵢ = x[tᵢ]
    public static double[] Run(Gather op, Evaluation e)
    {
        int width = e.InputExtents[0].Stride(0), rows = e.InputExtents[0][0];
        var y = new double[e.Result.Count];
        for (int i = 0; i < y.Length; i++)
            y[i] = e.Inputs[0][Row(e.Inputs[1][i / width], rows) * width + i % width];
        return y;
    }

    // yᵣ = Σ xᵢ over the i with tᵢ = r
    public static double[] Run(ScatterAdd op, Evaluation e)
    {
        int width = e.Result.Stride(0);
        var y = new double[e.Result.Count];
        for (int i = 0; i < e.Inputs[1].Length; i++)
            y[Row(e.Inputs[0][i / width], op.Rows) * width + i % width] += e.Inputs[1][i];
        return y;
    }

    private static int Row(double index, int rows) => index >= 0 && index < rows && index == Math.Floor(index)
        ? (int)index
        : throw new ArgumentException($"{index} names no row of {rows}");
}
