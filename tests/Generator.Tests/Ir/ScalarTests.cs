using CsCheck;
using StaticNet.Generator.Ir;
using StaticNet.Generator.Reference;

namespace StaticNet.Generator.Tests.Ir;

public class ScalarTests
{
    [Theory]
    [InlineData("a + 0", "a")]
    [InlineData("0 + a", "a")]
    [InlineData("a - 0", "a")]
    [InlineData("0 - a", "neg(a)")]
    [InlineData("a * 1", "a")]
    [InlineData("1 * a", "a")]
    [InlineData("a * 0", "0")]
    [InlineData("-1 * a", "neg(a)")]
    [InlineData("a / 1", "a")]
    [InlineData("0 / a", "0")]
    [InlineData("neg(neg(a))", "a")]
    [InlineData("ifgt(a, b, c, c)", "c")]
    [InlineData("ifeq(a, b, 2 - 1, 1)", "1")]
    [InlineData("2 * 3 + exp(0) + a", "7 + a")]
    [InlineData("1 / 0 + batch", "Infinity + batch")]
    public void Expressions_fold(string text, string folded) => Assert.Equal(folded, ScalarParser.Parse(text).ToString());

    [Theory]
    [InlineData("a - b - c")]
    [InlineData("a - (b - c)")]
    [InlineData("(a + b) * c / (d * z)")]
    [InlineData("a * -0.5 - -1E-09")]
    [InlineData("x26 + x100 - x")]
    [InlineData("max(min(a, 1), neg(b)) / batch + column")]
    [InlineData("let t0 = exp(a); t0 / (t0 + 1)")]
    [InlineData("let t0 = a + b; let t1 = tanh(t0); t0 * t1 * t1")]
    public void Text_reads_back(string text) => Assert.Equal(text, ScalarParser.Parse(text).ToString());

    [Theory]
    [InlineData("a b", "line 1: expected an operator or the end, but found 'b'")]
    [InlineData("let = 3; a", "line 1: expected a name after 'let', but found '= 3; a'")]
    [InlineData("let t0 = 3 a", "line 1: expected ';', but found 'a'")]
    [InlineData("x25", "line 1: 'x25' is no name of an operand (a to z, x26, …), of a let or of a constant; did you mean 'NaN'?")]
    public void Text_that_is_no_expression_is_an_error(string text, string message) =>
        Assert.Equal(message, Assert.Throws<FormatException>(() => ScalarParser.Parse(text)).Message);

    [Fact]
    public void Folding_keeps_the_value() =>
        Cases.Check(RandomScalar.General, s => Assert.Equal(s.Value, ScalarValue.Of(s.Scalar, s.Operands)), 500);

    [Fact]
    public void Printing_and_parsing_keep_the_expression() =>
        Cases.Check(RandomScalar.General, s => Assert.Equal(s.Scalar, ScalarParser.Parse(s.Scalar.ToString())), 500);

    [Fact]
    public void Replacing_nothing_keeps_the_expression() =>
        Cases.Check(RandomScalar.General, s => Assert.Equal(s.Scalar, s.Scalar.Replace(_ => null)), 200);

    [Fact]
    public void Substitution_composes() => Cases.Check(Gen.Select(RandomScalar.General, RandomScalar.General), (outer, inner) =>
    {
        double[] operands = [inner.Value, .. outer.Operands.Skip(1)];
        Scalar composed = outer.Scalar.Substitute([inner.Scalar, Scalar.Operand(3), Scalar.Operand(4)]);
        Assert.Equal(ScalarValue.Of(outer.Scalar, operands), ScalarValue.Of(composed, [.. inner.Operands, .. outer.Operands.Skip(1)]));
    });

    [Fact]
    public void The_gradient_is_the_slope() => Cases.Check(RandomScalar.Smooth, s =>
    {
        const double h = 1e-5;
        ImmutableArray<Scalar> gradient = ScalarCalculus.Gradient(s.Scalar, s.Operands.Length);
        for (int i = 0; i < s.Operands.Length; i++)
        {
            double[] above = [.. s.Operands], below = [.. s.Operands];
            (above[i], below[i]) = (above[i] + h, below[i] - h);
            double slope = (ScalarValue.Of(s.Scalar, above) - ScalarValue.Of(s.Scalar, below)) / (2 * h);
            double derivative = ScalarValue.Of(gradient[i], s.Operands);
            double tolerance = 1e-5 * (1 + Math.Abs(slope) + Math.Abs(s.Value));
            Assert.True(Math.Abs(slope - derivative) <= tolerance, $"{derivative:R} is not {slope:R}");
        }
    }, 300);

    [Fact]
    public void Zero_and_minus_zero_are_two_numbers()
    {
        Assert.NotEqual((Scalar)0.0, (Scalar)(-0.0));
        Assert.Equal((Scalar)(-0.0), ScalarParser.Parse("-0"));
    }
}
