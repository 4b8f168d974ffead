namespace StaticNet.Generator.Ir;

/// <summary>Symbolic derivatives of scalar expressions.</summary>
internal static class ScalarCalculus
{
    /// <summary>
    /// <c>∂f/∂operand</c> for each of the first <paramref name="operands"/> operands, by the reverse walk over the expression:
    /// <c>ā += f̄·∂f/∂a</c>, from the whole down to the operands.
    /// </summary>
    public static ImmutableArray<Scalar> Gradient(Scalar body, int operands)
    {
        var adjoints = new Dictionary<Scalar, Scalar> { [body] = 1 };
        foreach (CallScalar call in body.Subexpressions().Reverse().OfType<CallScalar>())
        {
            if (!adjoints.TryGetValue(call, out Scalar? adjoint))
                continue;
            for (int i = 0; i < call.Arguments.Length; i++)
            {
                Scalar argument = call.Arguments[i];
                if (argument is NumberScalar or BatchScalar or ColumnScalar)
                    continue;
                Scalar part = Product(adjoint, call.Function.Derivative(call.Arguments, call, i));
                adjoints[argument] = adjoints.TryGetValue(argument, out Scalar? sum) ? sum + part : part;
            }
        }

        return [.. Enumerable.Range(0, operands).Select(i => adjoints.TryGetValue(Scalar.Operand(i), out Scalar? d) ? d : 0)];
    }

    // A choice of slopes is a choice of products: a mask multiplies nothing by zero.
    private static Scalar Product(Scalar adjoint, Scalar slope) => slope switch
    {
        CallScalar { Function.Name: "ifgt" or "ifeq" } choice when choice.Arguments[2] is NumberScalar && choice.Arguments[3] is NumberScalar =>
            choice.Function.Of(choice.Arguments[0], choice.Arguments[1], adjoint * choice.Arguments[2], adjoint * choice.Arguments[3]),
        _ => adjoint * slope,
    };
}
