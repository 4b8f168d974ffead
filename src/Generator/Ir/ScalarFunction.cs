namespace StaticNet.Generator.Ir;

/// <summary>The derivative of a function by its argument <paramref name="index"/>; <paramref name="self"/> is the call itself, the function's value.</summary>
internal delegate Scalar ScalarDerivative(ImmutableArray<Scalar> arguments, Scalar self, int index);

/// <summary>One row of the table of scalar functions: everything that the compiler knows of it.</summary>
/// <param name="Name">As the printed IR has it.</param>
/// <param name="Arity">How many arguments it takes.</param>
/// <param name="Evaluate">Its value in double precision.</param>
/// <param name="Derivative">Symbolic; at kinks as PyTorch has it.</param>
/// <param name="Vector">The member of the SIMD interface (<c>S.Add</c>) or of <c>VectorMath</c> that computes it.</param>
internal sealed record ScalarFunction(
    string Name,
    int Arity,
    Func<double[], double> Evaluate,
    ScalarDerivative Derivative,
    string Vector)
{
    /// <summary>The operator between two operands in formulas, with its precedence; null for a call.</summary>
    public (string Symbol, int Precedence)? Infix { get; init; }

    /// <summary>How many polynomials its code holds.</summary>
    public int Polynomials { get; init; }

    /// <summary>True for polynomials: a loop of their own is faster than a place in another's.</summary>
    public bool IsCostly => Polynomials > 0;

    /// <summary>How many calls of the simplest functions its code is as long as: a polynomial is some eight.</summary>
    public int Size => IsCostly ? 8 * Polynomials : Vector.StartsWith("VectorMath.", StringComparison.Ordinal) ? 2 : 1;

    /// <summary>What it counts for in FLOPs.</summary>
    public int Flops { get; init; } = 1;

    /// <summary>
    /// What changes its sign where the value or the derivative jumps; null for a smooth function, and for one that compares for equality, which is
    /// of whole numbers.
    /// </summary>
    public Func<ImmutableArray<Scalar>, Scalar>? Kink { get; init; }

    /// <summary>What a call becomes without being one: <c>x + 0 → x</c>; null if nothing.</summary>
    public Func<ImmutableArray<Scalar>, Scalar?> Simplify { get; init; } = _ => null;

    public Scalar Of(params ImmutableArray<Scalar> arguments)
    {
        if (arguments.Length != Arity)
            throw new ArgumentException($"{Name} takes {Arity} arguments, not {arguments.Length}");
        if (arguments.All(a => a is NumberScalar))
            return Evaluate([.. arguments.Select(a => ((NumberScalar)a).Value)]);
        return Simplify(arguments) ?? new CallScalar(this, arguments);
    }

    public bool Equals(ScalarFunction? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => Name.GetHashCode();
}
