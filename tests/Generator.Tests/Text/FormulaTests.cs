using StaticNet.Generator.Ir;
using StaticNet.Generator.Text;

namespace StaticNet.Generator.Tests.Text;

public class FormulaTests
{
    private static readonly Scalar A = Scalar.Operand(0), B = Scalar.Operand(1);

    private static void Check(string expected, Scalar body, params Formula[] operands) =>
        Assert.Equal(expected, Formula.Of(body, operands).Text);

    [Fact]
    public void Dense_and_relu() => Check("max(x·Wᵀ + b, 0)", Scalar.Max(A + B, 0), Formula.Product("x", "Wᵀ"), "b");

    [Fact]
    public void Operators()
    {
        Check("x − (y − x)", A - (B - A), "x", "y");
        Check("(x + y)·y / n", (A + B) * B / Scalar.Batch, "x", "y");
        Check("−x·y", -(A * B), "x", "y");
        Check("x / (x·y)", A / (A * B), "x", "y");
        Check("√(x + 1e-05)", Scalar.Sqrt(A + 1e-5), "x");
        Check("|x|·(−2)", Scalar.Abs(A) * -2, "x");
    }

    [Fact]
    public void Numbers_stand_in_front_and_shares_below()
    {
        Check("2·x", A * 2, "x");
        Check("x / n", A * (1 / Scalar.Batch), "x");
        Check("2·(y − t) / (3·n)", (A - B) * (2 / (Scalar.Batch * 3)), "y", "t");
    }

    [Fact]
    public void Choices()
    {
        Check("[x > 0]·y", Scalar.IfGreater(A, 0, B, 0), "x", "y");
        Check("y·[column = x]", B * Scalar.IfEqual(Scalar.Column, A, 1, 0), "x", "y");
        Check("x > 0 ? x : y", Scalar.IfGreater(A, 0, A, B), "x", "y");
    }

    [Fact]
    public void What_occurs_twice_stands_once()
    {
        Scalar t = Scalar.Sigmoid(A);
        Check("t·(1 − t) where t = sigmoid(x)", t * (1 - t), "x");
    }
}
