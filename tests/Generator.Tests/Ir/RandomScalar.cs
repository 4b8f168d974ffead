using CsCheck;
using StaticNet.Generator.Ir;

namespace StaticNet.Generator.Tests.Ir;

/// <summary>
/// A random expression with shared parts, and its value computed call by call beside it, so that folding has no part in it.
/// Calls whose value is not finite or large are left out.
/// </summary>
internal sealed class RandomScalar
{
    private static readonly ScalarFunction[] Any = [.. ScalarFunctions.ByName.Values.OrderBy(f => f.Name)];

    private static readonly ScalarFunction[] WithoutKinks =
    [
        ScalarFunctions.Add, ScalarFunctions.Subtract, ScalarFunctions.Multiply, ScalarFunctions.Negate, ScalarFunctions.Tanh,
        ScalarFunctions.Sigmoid, ScalarFunctions.Softplus,
    ];

    private static readonly Gen<double> Operand = Gen.Int[-300, 300].Select(i => i / 64.0);

    private RandomScalar(double[] operands, int[] choices, ScalarFunction[] functions)
    {
        Operands = operands;
        List<(Scalar Scalar, double Value)> parts =
        [
            .. operands.Select((value, i) => (Scalar.Operand(i), value)),
            .. new[] { 0, -0.0, 1, -1, 2, 0.5, 1e-9 }.Select(c => ((Scalar)c, c)),
            (Scalar.Batch, ScalarValue.Batch),
            (Scalar.Column, ScalarValue.Column),
        ];
        var next = new Queue<int>(choices);
        while (next.Count >= 5)
        {
            ScalarFunction function = functions[next.Dequeue() % functions.Length];
            // The last parts are taken more often, so that expressions grow deep.
            (Scalar Scalar, double Value)[] arguments =
                [.. Enumerable.Range(0, 4).Select(_ => parts[Math.Max(parts.Count - 1 - next.Dequeue() % 14, 0)]).Take(function.Arity)];
            double value = function.Evaluate([.. arguments.Select(a => a.Value)]);
            if (Math.Abs(value) < 1e4)
                parts.Add((function.Of([.. arguments.Select(a => a.Scalar)]), value));
        }

        (Scalar, Value) = parts[^1];
    }

    public double[] Operands { get; }

    public Scalar Scalar { get; }

    public double Value { get; }

    /// <summary>Over every function and three operands.</summary>
    public static Gen<RandomScalar> General { get; } = Of(Any);

    /// <summary>Over functions that have a derivative everywhere.</summary>
    public static Gen<RandomScalar> Smooth { get; } = Of(WithoutKinks);

    public override string ToString() => $"{Scalar} at {string.Join(" ", Operands)}";

    private static Gen<RandomScalar> Of(ScalarFunction[] functions) =>
        Gen.Select(Operand.Array[3], Gen.Int[0, 999].Array[0, 60])
            .Select((operands, choices) => new RandomScalar(operands, choices, functions));
}
