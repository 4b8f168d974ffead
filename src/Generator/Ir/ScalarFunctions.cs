namespace StaticNet.Generator.Ir;

/// <summary>The table of scalar functions. A new activation is a composition of these rows, or one more row.</summary>
internal static class ScalarFunctions
{
    public static readonly ScalarFunction Add = new("add", 2, a => a[0] + a[1], (_, _, _) => 1, "S.Add")
    {
        Infix = ("+", 1),
        Simplify = a => IsNumber(a[0], 0) ? a[1] : IsNumber(a[1], 0) ? a[0] : null,
    };

    public static readonly ScalarFunction Subtract = new("sub", 2, a => a[0] - a[1], (_, _, i) => i == 0 ? 1 : -1, "S.Subtract")
    {
        Infix = ("-", 1),
        Simplify = a => IsNumber(a[1], 0) ? a[0] : IsNumber(a[0], 0) ? -a[1] : null,
    };

    public static readonly ScalarFunction Multiply = new("mul", 2, a => a[0] * a[1], (a, _, i) => a[1 - i], "S.Multiply")
    {
        Infix = ("*", 2),
        Simplify = a => IsNumber(a[0], 1) ? a[1] : IsNumber(a[1], 1) ? a[0]
            : IsNumber(a[0], 0) || IsNumber(a[1], 0) ? 0
            : IsNumber(a[0], -1) ? -a[1] : IsNumber(a[1], -1) ? -a[0] : null,
    };

    public static readonly ScalarFunction Divide = new("div", 2, a => a[0] / a[1], (a, self, i) => i == 0 ? 1 / a[1] : -(self / a[1]), "S.Divide")
    {
        Infix = ("/", 2),
        Simplify = a => IsNumber(a[1], 1) ? a[0] : IsNumber(a[0], 0) ? 0 : null,
    };

    public static readonly ScalarFunction Negate = new("neg", 1, a => -a[0], (_, _, _) => -1, "S.Negate")
    {
        Simplify = a => a[0] is CallScalar { Function.Name: "neg" } inner ? inner.Arguments[0] : null,
    };

    // Where both are equal the derivative goes to the second: max(x, 0)′ = 0 at 0.
    public static readonly ScalarFunction Max = new(
        "max", 2, a => MaxOf(a[0], a[1]), (a, self, i) => i == 0 ? Scalar.IfGreater(self, a[1], 1, 0) : Scalar.IfGreater(a[0], a[1], 0, 1), "S.Max")
    {
        Kink = a => a[0] - a[1],
    };

    public static readonly ScalarFunction Min = new(
        "min", 2, a => -MaxOf(-a[0], -a[1]), (a, self, i) => i == 0 ? Scalar.IfGreater(a[1], self, 1, 0) : Scalar.IfGreater(a[1], a[0], 0, 1), "S.Min")
    {
        Kink = a => a[0] - a[1],
    };

    // |x|′ = 0 at 0.
    public static readonly ScalarFunction Abs = new(
        "abs", 1, a => Math.Abs(a[0]), (a, _, _) => Scalar.IfGreater(a[0], 0, 1, Scalar.IfGreater(0, a[0], -1, 0)), "S.Abs")
    {
        Kink = a => a[0],
    };

    public static readonly ScalarFunction Sqrt = new("sqrt", 1, a => Math.Sqrt(a[0]), (_, self, _) => 0.5 / self, "S.Sqrt");

    // Where the slope is known not to be negative, the sign of the value is the sign of the argument.
    public static readonly ScalarFunction LeakyReLU = new(
        "leakyrelu", 2, a => a[0] > 0 ? a[0] : a[0] * a[1], LeakyReLUDerivative, "VectorMath.LeakyReLU")
    {
        Kink = a => a[0],
    };

    // y = x / (1 + |x|)   ⇒   y′ = 1 / (1 + |x|)² = (1 − |y|)²
    public static readonly ScalarFunction Softsign = new(
        "softsign", 1, a => a[0] / (1 + Math.Abs(a[0])), (_, self, _) => Square(1 - Scalar.Abs(self)), "VectorMath.Softsign");

    public static readonly ScalarFunction IfGreater = new(
        "ifgt", 4, a => a[0] > a[1] ? a[2] : a[3], (a, _, i) => i switch { 2 => Scalar.IfGreater(a[0], a[1], 1, 0), 3 => Scalar.IfGreater(a[0], a[1], 0, 1), _ => 0 }, "S.SelectGreater")
    {
        Kink = a => a[0] - a[1],
        Simplify = a => a[2] == a[3] ? a[2] : null,
    };

    public static readonly ScalarFunction IfEqual = new(
        "ifeq", 4, a => a[0] == a[1] ? a[2] : a[3], (a, _, i) => i switch { 2 => Scalar.IfEqual(a[0], a[1], 1, 0), 3 => Scalar.IfEqual(a[0], a[1], 0, 1), _ => 0 }, "S.SelectEqual")
    {
        Simplify = a => a[2] == a[3] ? a[2] : null,
    };

    public static readonly ScalarFunction Exp = new("exp", 1, a => Math.Exp(a[0]), (_, self, _) => self, "VectorMath.Exp") { Polynomials = 1 };

    public static readonly ScalarFunction Log = new("log", 1, a => Math.Log(a[0]), (a, _, _) => 1 / a[0], "VectorMath.Log") { Polynomials = 1 };

    public static readonly ScalarFunction Expm1 = new("expm1", 1, a => SpecialFunctions.Expm1(a[0]), (_, self, _) => self + 1, "VectorMath.Expm1")
    {
        Polynomials = 1,
    };

    public static readonly ScalarFunction Log1p = new("log1p", 1, a => SpecialFunctions.Log1p(a[0]), (a, _, _) => 1 / (1 + a[0]), "VectorMath.Log1p")
    {
        Polynomials = 1,
    };

    public static readonly ScalarFunction Tanh = new("tanh", 1, a => Math.Tanh(a[0]), (_, self, _) => 1 - self * self, "VectorMath.Tanh") { Polynomials = 1 };

    public static readonly ScalarFunction TanhFast = new(
        "tanhfast", 1, a => Math.Tanh(a[0]), (_, self, _) => 1 - self * self, "VectorMath.TanhFast")
    {
        Polynomials = 1,
    };

    public static readonly ScalarFunction Sigmoid = new(
        "sigmoid", 1, a => 1 / (1 + Math.Exp(-a[0])), (_, self, _) => self * (1 - self), "VectorMath.Sigmoid")
    {
        Polynomials = 1,
    };

    // log(1 + eˣ) = max(x, 0) + log1p(e^−|x|)
    public static readonly ScalarFunction Softplus = new(
        "softplus", 1, a => SpecialFunctions.Softplus(a[0]), (a, _, _) => Scalar.Sigmoid(a[0]), "VectorMath.Softplus")
    {
        Polynomials = 2,
    };

    // erf′ = 2/√π·e^(−x²)
    public static readonly ScalarFunction Erf = new(
        "erf", 1, a => SpecialFunctions.Erf(a[0]), (a, _, _) => 2 / Math.Sqrt(Math.PI) * Scalar.Exp(-Square(a[0])), "VectorMath.Erf")
    {
        Polynomials = 2,
    };

    // Φ′ = e^(−x²/2) / √(2π)
    public static readonly ScalarFunction NormalCdf = new(
        "normalcdf", 1, a => SpecialFunctions.NormalCdf(a[0]), (a, _, _) => 1 / Math.Sqrt(2 * Math.PI) * Scalar.Exp(-0.5 * Square(a[0])), "VectorMath.NormalCdf")
    {
        Polynomials = 2,
    };

    // y = x > 0 ? x : α·(eˣ − 1), α ≥ 0   ⇒   y′ = y > 0 ? 1 : y + α
    public static readonly ScalarFunction ELU = new(
        "elu",
        2,
        a => a[0] > 0 ? a[0] : a[1] * SpecialFunctions.Expm1(a[0]),
        (a, self, i) => i == 0 ? Scalar.IfGreater(self, 0, 1, self + a[1]) : Scalar.Expm1(Scalar.Min(a[0], 0)),
        "VectorMath.ELU")
    {
        Kink = a => a[0],
        Polynomials = 1,
    };

    public static readonly ScalarFunction Mish = new(
        "mish", 1, a => a[0] * Math.Tanh(SpecialFunctions.Softplus(a[0])), (a, _, _) => MishDerivative(a[0]), "VectorMath.Mish")
    {
        Polynomials = 1,
    };

    // log cosh x = |x| − log 2 + log(1 + e^−2|x|), and log(1 + 2·sinh²(x/2)) near 0, where that cancels
    public static readonly ScalarFunction LogCosh = new(
        "logcosh", 1, a => LogCoshOf(Math.Abs(a[0])), (a, _, _) => Scalar.Tanh(a[0]), "VectorMath.LogCosh")
    {
        Polynomials = 2,
    };

    /// <summary>Every row, by name.</summary>
    public static readonly ImmutableDictionary<string, ScalarFunction> ByName = new[]
    {
        Add, Subtract, Multiply, Divide, Negate, Max, Min, Abs, Sqrt, LeakyReLU, Softsign, IfGreater, IfEqual, Exp, Expm1, Log, Log1p, Tanh, TanhFast,
        Sigmoid, Softplus, Erf, NormalCdf, ELU, Mish, LogCosh,
    }.ToImmutableDictionary(f => f.Name);

    private static Scalar LeakyReLUDerivative(ImmutableArray<Scalar> a, Scalar self, int index) =>
        index == 0 ? Scalar.IfGreater(a[1] is NumberScalar { Value: >= 0 } ? self : a[0], 0, 1, a[1]) : Scalar.Min(a[0], 0);

    // y = x·w, w = tanh ln(1 + e) = m/(m + 2) with e = eˣ, m = e·(e + 2)   ⇒   y′ = w + x·4e·(e + 1)/(m + 2)²
    private static Scalar MishDerivative(Scalar a)
    {
        // From here on y′ is 1 in single and in double precision, and m² would overflow.
        const double Linear = 20;
        Scalar x = Scalar.Min(a, Linear), e = Scalar.Exp(x), m = e * (e + 2), share = 1 / (m + 2);
        return share * (m + 4 * x * (e * (e + 1)) * share);
    }

    private static Scalar Square(Scalar a) => a * a;

    private static double LogCoshOf(double x) => x < 1
        ? SpecialFunctions.Log1p(2 * Math.Sinh(x / 2) * Math.Sinh(x / 2))
        : x - Math.Log(2) + SpecialFunctions.Log1p(Math.Exp(-2 * x));

    private static double MaxOf(double a, double b) => double.IsNaN(a) ? a : a > b ? a : b;

    private static bool IsNumber(Scalar s, double value) => s is NumberScalar number && number.Value == value;
}
