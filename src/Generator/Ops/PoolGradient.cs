using StaticNet.Generator.Ir;

namespace StaticNet.Generator.Ops;

/// <summary>
/// The cotangent of a pool's operand, of shape <paramref name="To"/>. Operands: the result's cotangent and, for a maximum, the pool's operand,
/// which says where the cotangent goes: to the first maximum of each window, or to its last NaN.
/// </summary>
internal sealed record PoolGradient(Pool Pool, Shape To) : Op
{
    public override string Text => $"{Pool.Keyword}.gradient {Pool.Attributes}";

    public override int? Arity => Pool.Kind == PoolKind.Max ? 2 : 1;

    public override Shape Infer(ImmutableArray<Shape> inputs)
    {
        Shape y = Pool.Infer([To]);
        if (!y.Equals(inputs[0]))
            throw new ShapeError($"windows over {To} make {y}, not {inputs[0]}");
        return inputs.Length < 2 || inputs[1].Equals(To) ? To : throw new ShapeError($"the windows were taken of {To}, not of {inputs[1]}");
    }

    // x̄ = gradient(ȳ) is linear in ȳ: for a mean its own cotangent goes back through the mean. A maximum is not differentiated twice.
    public override void Vjp(Pullback p)
    {
        if (Pool.Kind == PoolKind.Max)
            throw new NotSupportedException($"{Text} has no derivative");
        p.Accumulate(0, p.Add(Pool, p.Cotangent));
    }

    public override long Flops(ImmutableArray<Shape> inputs, Shape result) => Pool.Flops([result], inputs[0]);
}
