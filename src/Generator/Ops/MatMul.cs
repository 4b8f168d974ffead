using StaticNet.Generator.Ir;

namespace StaticNet.Generator.Ops;

/// <summary>Matrix product. A flag reads its operand transposed, so the op is closed under differentiation.</summary>
internal sealed record MatMul(bool TransposeA = false, bool TransposeB = false) : Op
{
    public override string Text => (TransposeA, TransposeB) switch
    {
        (true, true) => "matmul.ta.tb",
        (true, false) => "matmul.ta",
        (false, true) => "matmul.tb",
        _ => "matmul",
    };

    public override int? Arity => 2;

    public override Shape Infer(ImmutableArray<Shape> inputs)
    {
        var (m, k) = Matrix(inputs[0], TransposeA);
        var (inner, n) = Matrix(inputs[1], TransposeB);
        return k == inner ? new(m, n) : throw new ShapeError($"inner sizes differ: {k} and {inner}");
    }

    // y = A·B   ⇒   Ā = ȳ·Bᵀ   and   B̄ = Aᵀ·ȳ
    public override void Vjp(Pullback p)
    {
        var (a, b, dy) = (p.Input(0), p.Input(1), p.Cotangent);
        p.Accumulate(0, TransposeA ? p.MatMul(b, dy, TransposeB, true) : p.MatMul(dy, b, false, !TransposeB));
        p.Accumulate(1, TransposeB ? p.MatMul(dy, a, true, TransposeA) : p.MatMul(a, dy, !TransposeA, false));
    }

    // Each of the m·n results is k products and k − 1 sums; counted as 2·m·n·k, as is customary.
    public override long Flops(ImmutableArray<Shape> inputs, Shape result) =>
        2L * result.Count.At(1) * Matrix(inputs[0], TransposeA).Columns.At(1);

    private static (Dim Rows, Dim Columns) Matrix(Shape shape, bool transposed)
    {
        if (shape.Rank != 2)
            throw new ShapeError($"a matrix has two axes, but {shape} has {shape.Rank}");
        return transposed ? (shape[1], shape[0]) : (shape[0], shape[1]);
    }
}

internal static class MatMulOps
{
    public static Value MatMul(this IBuilder net, Value a, Value b, bool transposeA = false, bool transposeB = false) =>
        net.Add(new MatMul(transposeA, transposeB), a, b);
}
