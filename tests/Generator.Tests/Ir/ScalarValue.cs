using StaticNet.Generator.Ir;

namespace StaticNet.Generator.Tests.Ir;

/// <summary>The value of an expression, by recursion and without sharing; the batch is 3 and the column 2.</summary>
internal static class ScalarValue
{
    public const int Batch = 3;
    public const int Column = 2;

    public static double Of(Scalar s, params double[] operands) => s switch
    {
        OperandScalar operand => operands[operand.Index],
        NumberScalar number => number.Value,
        BatchScalar => Batch,
        ColumnScalar => Column,
        CallScalar call => call.Function.Evaluate([.. call.Arguments.Select(a => Of(a, operands))]),
        _ => throw new NotSupportedException($"{s} has no value"),
    };
}
