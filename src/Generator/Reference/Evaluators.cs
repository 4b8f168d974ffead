using StaticNet.Generator.Ir;
using StaticNet.Generator.Ops;

namespace StaticNet.Generator.Reference;

/// <summary>How each op is computed: a row an op, in double precision and in the plainest way.</summary>
internal static class Evaluators
{
    private static readonly ImmutableDictionary<Type, Func<Op, Evaluation, double[][]>> Table = new[]
    {
        Row<Input>((op, e) => e.Leaf(op)),
        Row<Parameter>((op, e) => e.Leaf(op)),
        Row<State>((op, e) => e.Leaf(op)),
        Row<Argument>((op, e) => e.Leaf(op)),
        Row<Draw>((op, e) => e.Random(op)),
        Row<Constant>((op, _) => [.. op.Numbers]),
        Row<Map>(MapEvaluator.Run),
        Row<Reduce>(ReduceEvaluator.Run),
        Row<MatMul>(MatMulEvaluator.Run),
        Row<Ops.Permute>(MoveEvaluator.Run),
        Row<Ops.Slice>(MoveEvaluator.Run),
        Row<Pad>(MoveEvaluator.Run),
        Row<Gather>(GatherEvaluator.Run),
        Row<ScatterAdd>(GatherEvaluator.Run),
        Row<Conv>(ConvEvaluator.Run),
        Row<Pool>(PoolEvaluator.Run),
        Row<PoolGradient>(PoolEvaluator.Run),
        RowOfMany<Scan>(ScanEvaluator.Run),
        Row<Ops.Reshape>((_, e) => e.Inputs[0]),
        Row<Stop>((_, e) => e.Inputs[0]),
        Row<Cut>((_, e) => e.Inputs[0]),
    }.ToImmutableDictionary();

    /// <summary>The numbers of each result.</summary>
    public static double[][] Run(Op op, Evaluation evaluation) => Table.TryGetValue(op.GetType(), out var run)
        ? run(op, evaluation)
        : throw new NotSupportedException($"{op.Text} has no row in {nameof(Evaluators)}");

    private static KeyValuePair<Type, Func<Op, Evaluation, double[][]>> Row<TOp>(Func<TOp, Evaluation, double[]> run)
        where TOp : Op => RowOfMany<TOp>((op, evaluation) => [run(op, evaluation)]);

    private static KeyValuePair<Type, Func<Op, Evaluation, double[][]>> RowOfMany<TOp>(Func<TOp, Evaluation, double[][]> run)
        where TOp : Op => new(typeof(TOp), (op, evaluation) => run((TOp)op, evaluation));
}
