using CsCheck;
using StaticNet.Generator.Ir;
using StaticNet.Generator.Ops;
using StaticNet.Generator.Reference;
using static StaticNet.Generator.Tests.Autodiff.VjpCheck;

namespace StaticNet.Generator.Tests.Autodiff;

/// <summary>The vector-Jacobian product of each op against finite differences, over random shapes.</summary>
public class VjpTests
{
    private static readonly string[] Bodies =
    [
        "a", "-a", "2", "a + b", "a - b", "a * b", "a * a", "a / (b * b + 1)", "tanh(a) * b + c", "max(a, b)",
        "max(a, 0) * c", "abs(a - b)", "sigmoid(a * b)", "leakyrelu(a, 0.1)", "exp(a) / (exp(a) + exp(b))", "log1p(exp(a))",
        "softplus(a) - c", "sqrt(a * a + 1)", "expm1(min(a, b))", "ifgt(a, b, a * c, b)",
        "ifeq(column, 1, a, c)", "a * batch", "log(a * a + 0.5) * column",
    ];

    [Fact]
    public void Map_sums_over_the_axes_along_which_an_operand_is_repeated() => Check(
        Gen.Select(Gen.Int[0, Bodies.Length - 1].Select(i => Bodies[i]), RandomShapes.Shape, Choice.Array[3]),
        (builder, body, shape, choices) =>
        {
            Value[] operands = [.. choices.Select((c, i) => Parameter(builder, "abc"[i], RandomShapes.Part(shape, c)))];
            return builder.Map(ScalarParser.Parse(body), operands, shape);
        },
        150);

    [Fact]
    public void Map_takes_one_value_as_two_operands() => Check(RandomShapes.Shape, (builder, shape) =>
    {
        Value a = Parameter(builder, 'a', shape);
        return builder.Add(new Map(Scalar.Operand(0) * Scalar.Tanh(Scalar.Operand(1))), a, a);
    });

    [Fact]
    public void Sum_repeats() => Check(
        Gen.Select(RandomShapes.Shape, Choice),
        (builder, shape, choice) => builder.Sum(Parameter(builder, 'a', shape), Axes(shape, choice)));

    [Fact]
    public void Max_chooses() => Check(
        Gen.Select(RandomShapes.Shape, Choice),
        (builder, shape, choice) => builder.Max(Parameter(builder, 'a', shape), Axes(shape, choice)));

    [Fact]
    public void Mean_divides_by_the_batch() => Check(
        Gen.Select(RandomShapes.Shape, Choice),
        (builder, shape, choice) => builder.Mean(Parameter(builder, 'a', shape), Axes(shape, choice)));

    [Fact]
    public void Reshape_returns() => Check(
        Gen.Select(RandomShapes.OfRank(1, 3), Choice),
        (builder, shape, choice) =>
        {
            int from = choice % shape.Rank, to = from + 1 + choice / 4 % (shape.Rank - from);
            Shape merged = new([.. shape.Dims.Take(from), shape.Span(from, to), .. shape.Dims.Skip(to)]);
            Value a = Parameter(builder, 'a', choice % 2 == 0 ? shape : merged);
            return builder.Reshape(builder.Map(Scalar.Tanh, a), choice % 2 == 0 ? merged : shape);
        });

    [Theory]
    [InlineData(false, false)]
    [InlineData(false, true)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public void MatMul_is_closed(bool transposeA, bool transposeB) => Check(
        Gen.Select(RandomShapes.Dim.Array[3], Gen.Int[0, 3]),
        (builder, dims, carrier) =>
        {
            Dim Size(int i) => i == carrier ? new(dims[i].Size % 2 + 1, true) : dims[i];
            var (m, k, n) = (Size(0), Size(1), Size(2));
            Value a = Parameter(builder, 'a', transposeA ? new(k, m) : new(m, k));
            Value b = Parameter(builder, 'b', transposeB ? new(n, k) : new(k, n));
            return builder.MatMul(a, b, transposeA, transposeB);
        });

    [Theory]
    [InlineData(false, false)]
    [InlineData(false, true)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public void MatMul_of_many_matrices_is_closed(bool transposeA, bool transposeB) => Check(
        Gen.Select(RandomShapes.Dim.Array[3], RandomShapes.OfRank(1, 2), Choice),
        (builder, dims, leading, choice) =>
        {
            // The batch stands in m, n or k where it stands in no leading axis, and an operand may be one matrix for all.
            Dim Size(int i) => !leading.PerSample && choice / 4 % 4 == i ? Dim.N : dims[i];
            var (m, k, n) = (Size(0), Size(1), Size(2));
            Dim[] leadA = choice % 4 == 1 ? [] : [.. leading.Dims], leadB = choice % 4 == 2 ? [] : [.. leading.Dims];
            Value a = Parameter(builder, 'a', transposeA ? new([.. leadA, k, m]) : new([.. leadA, m, k]));
            Value b = Parameter(builder, 'b', transposeB ? new([.. leadB, n, k]) : new([.. leadB, k, n]));
            return builder.MatMul(a, b, transposeA, transposeB);
        },
        80);

    [Fact]
    public void MatMul_with_itself() => Check(RandomShapes.Dim, (builder, size) =>
    {
        Value a = Parameter(builder, 'a', new(size, Dim.N));
        return builder.MatMul(a, a, transposeB: true);
    });

    [Fact]
    public void Cut_passes() => Check(RandomShapes.Shape, (builder, shape) => builder.Cut(Parameter(builder, 'a', shape)));

    [Fact]
    public void Integers_and_random_numbers_have_no_gradient() => Check(RandomShapes.Shape, (builder, shape) =>
    {
        Value t = builder.Reshape(builder.Add(new Input("t", new(shape.Count), Element.Int32)), shape);
        Value weighted = builder.Map((a, b) => a * b, Parameter(builder, 'a', shape), t);
        return builder.Map((w, u) => Scalar.IfGreater(0.5, u, 0, w), weighted, builder.Uniform(shape, 1));
    });

    private static int[] Axes(Shape shape, int choice) => [.. Enumerable.Range(0, shape.Rank).Where(axis => (choice >> axis & 1) == 1)];
}
