using StaticNet.Generator.Ops;

namespace StaticNet.Generator.Reference;

internal static class MatMulEvaluator
{
    // yᵢⱼ = Σₖ aᵢₖ·bₖⱼ; a transposed operand is read with its strides exchanged.
    public static double[] Run(MatMul op, Evaluation e)
    {
        var (a, b) = (e.Inputs[0], e.Inputs[1]);
        int rows = e.Result[0], columns = e.Result[1], inner = e.InputExtents[0][op.TransposeA ? 0 : 1];
        var (ai, ak) = op.TransposeA ? (1, rows) : (inner, 1);
        var (bk, bj) = op.TransposeB ? (1, inner) : (columns, 1);
        var y = new double[rows * columns];
        for (int i = 0; i < rows; i++)
        {
            for (int j = 0; j < columns; j++)
            {
                double sum = 0;
                for (int k = 0; k < inner; k++)
                    sum += a[i * ai + k * ak] * b[k * bk + j * bj];
                y[i * columns + j] = sum;
            }
        }

        return y;
    }
}
