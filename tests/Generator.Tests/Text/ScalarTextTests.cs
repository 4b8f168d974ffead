using StaticNet.Generator.Ir;
using StaticNet.Generator.Text;

namespace StaticNet.Generator.Tests.Text;

public class ScalarTextTests
{
    private static readonly Scalar A = Scalar.Operand(0), B = Scalar.Operand(1), C = Scalar.Operand(2);

    private static string? Leaf(Scalar s) => s switch
    {
        OperandScalar o => ScalarPrinter.Operand(o.Index),
        BatchScalar => "n",
        ColumnScalar => "j",
        _ => null,
    };

    private static void Check(Scalar body, params string[] lines)
    {
        ScalarCode code = ScalarText.Write([body], Leaf);
        Assert.Equal(string.Join("\n", lines), string.Join("\n", code.Statements.AddRange(code.Results)));
    }

    [Fact]
    public void Calls_and_constants()
    {
        Check(A + B, "S.Add(a, b)");
        Check(A * 0.5, "S.Multiply(a, S.Splat(0.5f))");
        Check(Scalar.Exp(A), "global::StaticNet.Numerics.VectorMath.Exp<S, V>(a)");
        Check(Scalar.IfEqual(Scalar.Column, A, 1, 0), "S.SelectEqual(j, a, S.Splat(1f), S.Zero)");
        Check(A / Scalar.Batch, "S.Divide(a, n)");
        Check(3, "S.Splat(3f)");
    }

    [Fact]
    public void A_constant_stands_first_in_a_maximum() => Check(Scalar.Max(A, 0), "S.Max(S.Zero, a)");

    [Fact]
    public void Products_that_are_added_are_fused()
    {
        Check(A * B + C, "S.FusedMultiplyAdd(a, b, c)");
        Check(C + A * B, "S.FusedMultiplyAdd(a, b, c)");
        Check(A * B - C, "S.FusedMultiplyAdd(a, b, S.Negate(c))");
        Check(A * B - 1, "S.FusedMultiplyAdd(a, b, S.Splat(-1f))");
        Check(C - A * B, "S.FusedMultiplyAdd(S.Negate(a), b, c)");
        Check(C - A * 2, "S.FusedMultiplyAdd(S.Splat(-2f), a, c)");
        Check(1 - A * A, "S.FusedMultiplyAdd(S.Negate(a), a, S.Splat(1f))");
    }

    [Fact]
    public void What_occurs_twice_is_computed_once()
    {
        Scalar t = Scalar.Sigmoid(A);
        Check(t * (1 - t), "V t0 = global::StaticNet.Numerics.VectorMath.Sigmoid<S, V>(a);", "S.Multiply(t0, S.Subtract(S.Splat(1f), t0))");
        Check((A * B + C) * (A * B), "V t0 = S.Multiply(a, b);", "S.Multiply(S.Add(t0, c), t0)");
    }

    [Fact]
    public void Roots_share()
    {
        ScalarCode code = ScalarText.Write([A + B, (A + B) * C, A + B], Leaf, "u");
        Assert.Equal("V u0 = S.Add(a, b);", Assert.Single(code.Statements));
        Assert.Equal("u0; S.Multiply(u0, c); u0", string.Join("; ", code.Results));
    }

    [Fact]
    public void Deep_nests_get_locals() =>
        Check(
            Scalar.Sqrt(Scalar.Abs(Scalar.Sqrt(Scalar.Abs(A - B)))),
            "V t0 = S.Sqrt(S.Abs(S.Subtract(a, b)));",
            "S.Sqrt(S.Abs(t0))");

    [Fact]
    public void A_caller_may_hold_any_part()
    {
        Scalar t = Scalar.Exp(A);
        ScalarCode code = ScalarText.Write([t * t + t], s => s == t ? "e" : s is NumberScalar ? "k" : Leaf(s));
        Assert.Equal("S.FusedMultiplyAdd(e, e, e)", Assert.Single(code.Statements.AddRange(code.Results)));
    }
}
