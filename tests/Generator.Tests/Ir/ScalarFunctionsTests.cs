using System.Globalization;
using StaticNet.Generator.Ir;
using StaticNet.Generator.Reference;

namespace StaticNet.Generator.Tests.Ir;

public class ScalarFunctionsTests
{
    // A central difference is off by h²·f‴/6 and by the rounding of f over h: about 1e-10 for both at this h.
    private const double H = 1e-5;

    public static TheoryData<string> Names => [.. ScalarFunctions.ByName.Keys.Order()];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_derivative_is_the_slope(string name)
    {
        ScalarFunction function = ScalarFunctions.ByName[name];
        Scalar body = function.Of([.. Enumerable.Range(0, function.Arity).Select(Scalar.Operand)]);
        ImmutableArray<Scalar> derivatives = ScalarCalculus.Gradient(body, function.Arity);
        var random = new Random(1);
        for (int point = 0; point < 200; point++)
        {
            double[] at = [.. Enumerable.Range(0, function.Arity).Select(i => Sample(random, name, i))];
            if (IsNearKink(function, at))
                continue;
            for (int i = 0; i < at.Length; i++)
                Assert.Equal(Slope(function, at, i), ScalarValue.Of(derivatives[i], at), 1e-7);
        }
    }

    /// <summary>Where a value or a derivative jumps, <see cref="ScalarFunction.Kink"/> changes its sign.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void What_jumps_has_a_kink_there(string name)
    {
        const double Step = 1e-9, Jump = 1e-6;
        ScalarFunction function = ScalarFunctions.ByName[name];
        Scalar body = function.Of([.. Enumerable.Range(0, function.Arity).Select(Scalar.Operand)]);
        ImmutableArray<Scalar> watched = [body, .. ScalarCalculus.Gradient(body, function.Arity)];
        var random = new Random(2);
        bool jumps = false;
        for (int point = 0; point < 1000; point++)
        {
            double[] at = [.. Enumerable.Range(0, function.Arity).Select(i => Corners(name, i)).Select(corners => corners[random.Next(corners.Length)])];
            int moved = random.Next(at.Length);
            double[] above = [.. at], below = [.. at];
            (above[moved], below[moved]) = (at[moved] + Step, at[moved] - Step);
            if (watched.All(w => Math.Abs(ScalarValue.Of(w, above) - ScalarValue.Of(w, below)) < Jump))
                continue;
            jumps = true;
            Assert.True(Side(function, above) > 0 != Side(function, below) > 0, $"{name} jumps at ({string.Join(", ", at)}) along argument {moved}");
        }

        Assert.Equal(function.Kink is not null, jumps);
    }

    [Theory]
    [InlineData("max(a, 0)", "0", "0")]
    [InlineData("max(0, a)", "0", "1")]
    [InlineData("max(a, b)", "2 2", "0 1")]
    [InlineData("min(a, b)", "2 2", "0 1")]
    [InlineData("abs(a)", "0", "0")]
    [InlineData("leakyrelu(a, 0.1)", "0", "0.1")]
    [InlineData("leakyrelu(a, 0)", "-1", "0")]
    [InlineData("leakyrelu(a, b)", "2 -0.5", "1 0")]
    [InlineData("leakyrelu(a, b)", "-2 -0.5", "-0.5 -2")]
    [InlineData("leakyrelu(a, b)", "0 -0.5", "-0.5 0")]
    [InlineData("elu(a, 0.5)", "0", "0.5")]
    [InlineData("elu(a, 0)", "-1", "0")]
    [InlineData("softsign(a)", "0", "1")]
    [InlineData("min(max(a, -1), 1)", "-1", "0")]
    [InlineData("min(max(a, -1), 1)", "1", "0")]
    [InlineData("ifeq(a, b, a * 3, b * 5)", "2 2", "3 0")]
    [InlineData("ifeq(a, b, a * 3, b * 5)", "2 1", "0 5")]
    [InlineData("ifgt(a, b, a * 3, b * 5)", "2 2", "0 5")]
    public void At_a_kink_the_derivative_is_a_choice(string body, string at, string slopes)
    {
        double[] operands = Numbers(at);
        ImmutableArray<Scalar> derivatives = ScalarCalculus.Gradient(ScalarParser.Parse(body), operands.Length);
        Assert.Equal(Numbers(slopes), derivatives.Select(d => ScalarValue.Of(d, operands)));
    }

    [Theory]
    [InlineData("tanh(a)", "1 - tanh(a) * tanh(a)")]
    [InlineData("exp(a)", "exp(a)")]
    [InlineData("elu(a, 1)", "ifgt(elu(a, 1), 0, 1, elu(a, 1) + 1)")]
    [InlineData("softsign(a)", "(1 - abs(softsign(a))) * (1 - abs(softsign(a)))")]
    [InlineData("max(a, 0)", "ifgt(max(a, 0), 0, 1, 0)")]
    [InlineData("3 * max(a, 0)", "ifgt(max(a, 0), 0, 3, 0)")]
    [InlineData("a * a", "a + a")]
    [InlineData("batch * column", "0")]
    [InlineData("b", "0")]
    public void Derivatives_are_short(string body, string derivative) =>
        Assert.Equal(ScalarParser.Parse(derivative), ScalarCalculus.Gradient(ScalarParser.Parse(body), 1)[0]);

    [Theory]
    [InlineData("log1p(a)", 1e-20, 1e-20)]
    [InlineData("expm1(a)", 1e-20, 1e-20)]
    [InlineData("expm1(a)", 2, 6.38905609893065)]
    [InlineData("log1p(a)", 2, 1.0986122886681098)]
    [InlineData("softplus(a)", 1000, 1000)]
    [InlineData("softplus(a)", -50, 1.9287498479639178e-22)]
    [InlineData("sigmoid(a)", -800, 0)]
    [InlineData("sigmoid(a)", 800, 1)]
    [InlineData("tanh(a)", 800, 1)]
    [InlineData("tanhfast(a)", 0.5, 0.46211715726000976)]
    [InlineData("erf(a)", 1, 0.84270079294971487)]
    [InlineData("erf(a)", 30, 1)]
    [InlineData("normalcdf(a)", -1, 0.15865525393145705)]
    [InlineData("normalcdf(a)", -40, 0)]
    [InlineData("elu(a, 0.5)", -800, -0.5)]
    [InlineData("mish(a)", 1000, 1000)]
    [InlineData("mish(a)", 0, 0)]
    [InlineData("softsign(a)", -3, -0.75)]
    [InlineData("max(a, 0)", double.NaN, double.NaN)]
    [InlineData("max(0, a)", double.NaN, double.NaN)]
    [InlineData("min(a, 0)", double.NaN, double.NaN)]
    [InlineData("ifgt(a, 0, 1, 2)", double.NaN, 2)]
    public void Values_hold_at_the_edges(string body, double at, double value)
    {
        double computed = ScalarValue.Of(ScalarParser.Parse(body), at);
        Assert.True(computed.Equals(value) || Math.Abs(computed - value) <= 1e-14 * Math.Abs(value), $"{computed:R} is not {value:R}");
    }

    private static double Slope(ScalarFunction function, double[] at, int i)
    {
        double[] above = [.. at], below = [.. at];
        (above[i], below[i]) = (at[i] + H, at[i] - H);
        return (function.Evaluate(above) - function.Evaluate(below)) / (2 * H);
    }

    private static double Sample(Random random, string name, int argument) => (name, argument) switch
    {
        ("log" or "sqrt", _) => 0.2 + 3 * random.NextDouble(),
        ("log1p", _) => -0.8 + 3 * random.NextDouble(),
        ("div", 1) => (random.Next(2) * 2 - 1) * (0.5 + random.NextDouble()),
        ("leakyrelu" or "elu", 1) => random.NextDouble(),
        _ => 4 * random.NextDouble() - 2,
    };

    private static bool IsNearKink(ScalarFunction function, double[] at) => Math.Abs(Side(function, at)) < 2 * H;

    // What changes its sign at the kink. Equality has none, but a place to stay away from.
    private static double Side(ScalarFunction function, double[] at) => function.Kink is { } kink
        ? ScalarValue.Of(kink([.. at.Select((_, i) => Scalar.Operand(i))]), at)
        : function == ScalarFunctions.IfEqual ? at[0] - at[1] : double.PositiveInfinity;

    private static double[] Corners(string name, int argument) => (name, argument) switch
    {
        ("log" or "sqrt", _) => [0.5, 1, 2],
        ("log1p", _) => [-0.5, 0, 1],
        ("div", 1) => [-1, 0.5, 2],
        ("elu", 1) => [0.25, 0.5, 1],
        _ => [-1, 0, 0.5, 1, 2],
    };

    private static double[] Numbers(string text) => [.. text.Split(' ').Select(t => double.Parse(t, CultureInfo.InvariantCulture))];
}
