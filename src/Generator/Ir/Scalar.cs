using System.Globalization;

namespace StaticNet.Generator.Ir;

/// <summary>
/// A scalar expression over the operands of a <c>map</c>. Equal expressions are equal values, so what occurs twice is computed once;
/// the constructors fold constants and neutral elements.
/// </summary>
internal abstract record Scalar
{
    /// <summary>The batch <c>n</c> as a number.</summary>
    public static readonly Scalar Batch = new BatchScalar();

    public static implicit operator Scalar(double value) => new NumberScalar(value);

    public static Scalar Operand(int index) => new OperandScalar(index);

    /// <summary>The element's coordinate along the last axis: 0, 1, 2, …</summary>
    public static readonly Scalar Column = new ColumnScalar();

    public static Scalar operator +(Scalar a, Scalar b) => ScalarFunctions.Add.Of(a, b);

    public static Scalar operator -(Scalar a, Scalar b) => ScalarFunctions.Subtract.Of(a, b);

    public static Scalar operator *(Scalar a, Scalar b) => ScalarFunctions.Multiply.Of(a, b);

    public static Scalar operator /(Scalar a, Scalar b) => ScalarFunctions.Divide.Of(a, b);

    public static Scalar operator -(Scalar a) => ScalarFunctions.Negate.Of(a);

    public static Scalar Max(Scalar a, Scalar b) => ScalarFunctions.Max.Of(a, b);

    public static Scalar Min(Scalar a, Scalar b) => ScalarFunctions.Min.Of(a, b);

    public static Scalar Abs(Scalar a) => ScalarFunctions.Abs.Of(a);

    public static Scalar Sqrt(Scalar a) => ScalarFunctions.Sqrt.Of(a);

    public static Scalar Exp(Scalar a) => ScalarFunctions.Exp.Of(a);

    public static Scalar Log(Scalar a) => ScalarFunctions.Log.Of(a);

    /// <summary><c>eᵃ − 1</c>, accurate around zero.</summary>
    public static Scalar Expm1(Scalar a) => ScalarFunctions.Expm1.Of(a);

    /// <summary><c>ln(1 + a)</c>, accurate around zero.</summary>
    public static Scalar Log1p(Scalar a) => ScalarFunctions.Log1p.Of(a);

    public static Scalar Tanh(Scalar a) => ScalarFunctions.Tanh.Of(a);

    /// <summary>The hyperbolic tangent with an error below 5 ulp, for recurrent cells.</summary>
    public static Scalar TanhFast(Scalar a) => ScalarFunctions.TanhFast.Of(a);

    public static Scalar Sigmoid(Scalar a) => ScalarFunctions.Sigmoid.Of(a);

    /// <summary><c>log(1 + eˣ)</c>.</summary>
    public static Scalar Softplus(Scalar a) => ScalarFunctions.Softplus.Of(a);

    public static Scalar Erf(Scalar a) => ScalarFunctions.Erf.Of(a);

    /// <summary><c>Φ(a) = ½·(1 + erf(a/√2))</c>, the distribution function of the standard normal.</summary>
    public static Scalar NormalCdf(Scalar a) => ScalarFunctions.NormalCdf.Of(a);

    /// <summary><c>a·tanh(log(1 + eᵃ))</c>.</summary>
    public static Scalar Mish(Scalar a) => ScalarFunctions.Mish.Of(a);

    /// <summary><c>a / (1 + |a|)</c>.</summary>
    public static Scalar Softsign(Scalar a) => ScalarFunctions.Softsign.Of(a);

    /// <summary><c>a &gt; 0 ? a : alpha·(eᵃ − 1)</c>; <paramref name="alpha"/> is not negative.</summary>
    public static Scalar ELU(Scalar a, Scalar alpha) => ScalarFunctions.ELU.Of(a, alpha);

    /// <summary><c>log cosh x</c>.</summary>
    public static Scalar LogCosh(Scalar a) => ScalarFunctions.LogCosh.Of(a);

    public static Scalar LeakyReLU(Scalar a, Scalar slope) => ScalarFunctions.LeakyReLU.Of(a, slope);

    /// <summary><c>a &gt; b ? x : y</c>; false where either is not a number.</summary>
    public static Scalar IfGreater(Scalar a, Scalar b, Scalar x, Scalar y) => ScalarFunctions.IfGreater.Of(a, b, x, y);

    /// <summary><c>a = b ? x : y</c>.</summary>
    public static Scalar IfEqual(Scalar a, Scalar b, Scalar x, Scalar y) => ScalarFunctions.IfEqual.Of(a, b, x, y);

    /// <summary>Every expression below and including this one, arguments first, each once.</summary>
    public IEnumerable<Scalar> Subexpressions()
    {
        var seen = new HashSet<Scalar>();
        var order = new List<Scalar>();
        void Visit(Scalar s)
        {
            if (!seen.Add(s))
                return;
            if (s is CallScalar call)
            {
                foreach (Scalar argument in call.Arguments)
                    Visit(argument);
            }

            order.Add(s);
        }

        Visit(this);
        return order;
    }

    /// <summary>This expression with every subexpression that <paramref name="replacement"/> answers replaced, outermost first.</summary>
    public Scalar Replace(Func<Scalar, Scalar?> replacement)
    {
        var done = new Dictionary<Scalar, Scalar>();
        Scalar Visit(Scalar s)
        {
            if (done.TryGetValue(s, out Scalar? known))
                return known;
            Scalar result = replacement(s) ?? (s is CallScalar call ? Renewed(call) : s);
            done.Add(s, result);
            return result;
        }

        Scalar Renewed(CallScalar call)
        {
            ImmutableArray<Scalar> arguments = [.. call.Arguments.Select(Visit)];
            return arguments.Zip(call.Arguments, ReferenceEquals).All(same => same) ? call : call.Function.Of(arguments);
        }

        return Visit(this);
    }

    /// <summary>This expression with operand <c>i</c> replaced by <paramref name="operands"/><c>[i]</c>.</summary>
    public Scalar Substitute(IReadOnlyList<Scalar> operands) => Replace(s => s is OperandScalar o ? operands[o.Index] : null);

    /// <summary>The calls of functions, each distinct one counted once.</summary>
    public int Flops => Subexpressions().OfType<CallScalar>().Sum(c => c.Function.Flops);

    /// <summary>How much code it becomes, in calls of the simplest functions.</summary>
    public int Size => Subexpressions().OfType<CallScalar>().Sum(c => c.Function.Size);

    /// <summary>True if evaluating it costs more than a few instructions an element.</summary>
    public bool IsCostly => Subexpressions().OfType<CallScalar>().Any(c => c.Function.IsCostly);

    public sealed override string ToString() => ScalarPrinter.Print(this);
}

internal sealed record OperandScalar(int Index) : Scalar;

internal sealed record NumberScalar(double Value) : Scalar
{
    // −0 and 0 are different numbers: 1/x tells them apart.
    public bool Equals(NumberScalar? other) => other is not null && BitConverter.DoubleToInt64Bits(Value) == BitConverter.DoubleToInt64Bits(other.Value);

    public override int GetHashCode() => Value.GetHashCode();

    /// <summary>The shortest text that reads back as the same number.</summary>
    public string Text => Value.ToString("R", CultureInfo.InvariantCulture);
}

internal sealed record BatchScalar : Scalar;

internal sealed record ColumnScalar : Scalar;

internal sealed record CallScalar(ScalarFunction Function, ImmutableArray<Scalar> Arguments) : Scalar
{
    private readonly int _hash = Arguments.Aggregate(Function.Name.GetHashCode(), (hash, argument) => hash * 31 + argument.GetHashCode());

    public bool Equals(CallScalar? other) =>
        ReferenceEquals(this, other)
        || (other is not null && _hash == other._hash && Function == other.Function && Arguments.SequenceEqual(other.Arguments));

    public override int GetHashCode() => _hash;
}
