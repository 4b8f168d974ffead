using StaticNet.Generator.Ir;
using StaticNet.Generator.Ops;

namespace StaticNet.Generator.Reference;

internal static class MapEvaluator
{
    // y_i = f(a_i, b_i, …): the expression's parts are computed in order, each once, into a place of their own.
    public static double[] Run(Map op, Evaluation e)
    {
        Scalar[] parts = [.. op.Body.Subexpressions()];
        var places = new Dictionary<Scalar, int>();
        foreach (Scalar part in parts)
            places.Add(part, places.Count);
        int[][] arguments = [.. parts.Select(part => part is CallScalar call ? call.Arguments.Select(a => places[a]).ToArray() : [])];
        double[][] scratch = [.. arguments.Select(a => new double[a.Length])];
        int[][] elements = [.. e.InputExtents.Select(input => input.RepeatedTo(e.Result))];

        var values = new double[parts.Length];
        var y = new double[e.Result.Count];
        for (int i = 0; i < y.Length; i++)
        {
            for (int p = 0; p < parts.Length; p++)
            {
                for (int k = 0; k < scratch[p].Length; k++)
                    scratch[p][k] = values[arguments[p][k]];
                values[p] = parts[p] switch
                {
                    OperandScalar operand => e.Inputs[operand.Index][elements[operand.Index][i]],
                    NumberScalar number => number.Value,
                    BatchScalar => e.Batch,
                    ColumnScalar => i % e.Result.Columns,
                    CallScalar call => call.Function.Evaluate(scratch[p]),
                    var other => throw new NotSupportedException($"{other} has no value"),
                };
            }

            y[i] = values[parts.Length - 1];
        }

        return y;
    }
}
