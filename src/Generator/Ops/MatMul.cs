using StaticNet.Generator.Ir;

namespace StaticNet.Generator.Ops;

/// <summary>
/// The matrix product over the last two axes, for each element of the axes before them: <c>[b,m,k]·[b,k,n] → [b,m,n]</c>. An operand without such axes
/// is the same matrix for all. A flag reads its operand transposed, so the op is closed under differentiation.
/// </summary>
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
        if (k != inner)
            throw new ShapeError($"inner sizes differ: {k} and {inner}");
        ImmutableArray<Dim> a = Leading(inputs[0]), b = Leading(inputs[1]);
        return a.IsEmpty || b.IsEmpty || a.SequenceEqual(b)
            ? new([.. a.IsEmpty ? b : a, m, n])
            : throw new ShapeError($"{inputs[0]} and {inputs[1]} differ before their last two axes");
    }

    // y = A·B   ⇒   Ā = ȳ·Bᵀ   and   B̄ = Aᵀ·ȳ, each summed over the axes along which it was the same matrix
    public override void Vjp(Pullback p)
    {
        var (a, b, dy) = (p.Input(0), p.Input(1), p.Cotangent);
        if (dy.Shape.Rank > 2 && b.Shape.Rank == 2 && !TransposeA)
        {
            // Σ over b of Aᵀ[b]·ȳ[b] is one product over all rows.
            var (rows, dyRows) = (Rows(p, a), Rows(p, dy));
            p.Accumulate(0, p.MatMul(dy, b, false, !TransposeB));
            p.Accumulate(1, TransposeB ? p.MatMul(dyRows, rows, true) : p.MatMul(rows, dyRows, true));
            return;
        }

        p.Accumulate(0, SumTo(p, TransposeA ? p.MatMul(b, dy, TransposeB, true) : p.MatMul(dy, b, false, !TransposeB), a));
        p.Accumulate(1, SumTo(p, TransposeB ? p.MatMul(dy, a, true, TransposeA) : p.MatMul(a, dy, !TransposeA, false), b));
    }

    // Each of the m·n results is k products and k − 1 sums; counted as 2·m·n·k, as is customary.
    public override long Flops(ImmutableArray<Shape> inputs, Shape result) =>
        2L * result.Count.At(1) * Matrix(inputs[0], TransposeA).Columns.At(1);

    private static (Dim Rows, Dim Columns) Matrix(Shape shape, bool transposed)
    {
        if (shape.Rank < 2)
            throw new ShapeError($"a matrix has two axes, but {shape} has {shape.Rank}");
        var (rows, columns) = (shape.FromEnd(2), shape.FromEnd(1));
        return transposed ? (columns, rows) : (rows, columns);
    }

    private static ImmutableArray<Dim> Leading(Shape shape) => shape.Dims.RemoveRange(shape.Rank - 2, 2);

    private static Value Rows(Pullback p, Value x) => p.Reshape(x, new(x.Shape.Span(0, x.Shape.Rank - 1), x.Shape.FromEnd(1)));

    private static Value SumTo(Pullback p, Value cotangent, Value operand) => cotangent.Shape.Rank == operand.Shape.Rank
        ? cotangent
        : p.Reshape(p.Sum(cotangent, [.. Enumerable.Range(0, cotangent.Shape.Rank - operand.Shape.Rank)]), operand.Shape);
}

internal static class MatMulOps
{
    public static Value MatMul(this IBuilder net, Value a, Value b, bool transposeA = false, bool transposeB = false) =>
        net.Add(new MatMul(transposeA, transposeB), a, b);
}
