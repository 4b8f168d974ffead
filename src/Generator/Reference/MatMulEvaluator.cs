using StaticNet.Generator.Ops;

namespace StaticNet.Generator.Reference;

internal static class MatMulEvaluator
{
    // yᵢⱼ = Σₖ aᵢₖ·bₖⱼ in each matrix; a transposed operand is read with its strides exchanged, and one without leading axes is read again for each.
    public static double[] Run(MatMul op, Evaluation e)
    {
        var (a, b) = (e.Inputs[0], e.Inputs[1]);
        Extents left = e.InputExtents[0], right = e.InputExtents[1];
        int rows = e.Result[e.Result.Rank - 2], columns = e.Result.Columns, inner = left[left.Rank - (op.TransposeA ? 2 : 1)];
        var (ai, ak) = op.TransposeA ? (1, rows) : (inner, 1);
        var (bk, bj) = op.TransposeB ? (1, inner) : (columns, 1);
        var y = new double[e.Result.Count];
        for (int element = 0; element < y.Length; element++)
        {
            int matrix = element / (rows * columns), i = element / columns % rows, j = element % columns;
            int aStart = left.Rank == 2 ? 0 : matrix * rows * inner, bStart = right.Rank == 2 ? 0 : matrix * inner * columns;
            for (int k = 0; k < inner; k++)
                y[element] += a[aStart + i * ai + k * ak] * b[bStart + k * bk + j * bj];
        }

        return y;
    }
}
