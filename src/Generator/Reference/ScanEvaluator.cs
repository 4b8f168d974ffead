using StaticNet.Generator.Ops;

namespace StaticNet.Generator.Reference;

internal static class ScanEvaluator
{
    // (c, y_t) = f(c, x_t, w) for each t in the direction of the scan; results: c, and y_0, y_1, … one behind the other
    public static double[][] Run(Scan op, Evaluation e)
    {
        double[][] carries = [.. e.Inputs.Take(op.Carries)];
        double[][][] stacks = [.. op.Stacked.Select(_ => new double[op.Length][])];
        for (int step = 0; step < op.Length; step++)
        {
            int t = op.Reverse ? op.Length - 1 - step : step;
            double[][] before = carries;
            double[][] after = e.Run(op.Cell, leaf => Operand(((Argument)leaf).Index, before, t));
            carries = [.. after.Take(op.Carries)];
            for (int i = 0; i < stacks.Length; i++)
                stacks[i][t] = after[op.Carries + i];
        }

        return [.. carries, .. stacks.Select(stack => stack.SelectMany(numbers => numbers).ToArray())];

        double[] Operand(int index, double[][] before, int t)
        {
            if (index < op.Carries)
                return before[index];
            if (index >= op.Carries + op.Sequences)
                return e.Inputs[index];
            int size = e.InputExtents[index].Stride(0);
            return [.. e.Inputs[index].Skip(t * size).Take(size)];
        }
    }
}
