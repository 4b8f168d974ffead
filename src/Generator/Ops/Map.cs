using StaticNet.Generator.Ir;

namespace StaticNet.Generator.Ops;

/// <summary>
/// A scalar expression applied to every element; the only op that broadcasts its operands (aligned at the last axis, extent 1 repeats),
/// to their common shape or on to <paramref name="To"/>. Integer operands are read as numbers.
/// </summary>
internal sealed record Map(Scalar Body, Shape? To = null) : Op
{
    public override string Text => To is null ? $"map {Body}" : $"map {Body} to {To}";

    public override int? Arity => null;

    public override bool TakesIntegers => true;

    public override string? Refusal(ImmutableArray<Element> inputs) =>
        Body.Subexpressions().OfType<OperandScalar>().FirstOrDefault(o => o.Index >= inputs.Length) is { } missing
            ? $"it mentions operand {missing}, but has only {inputs.Length}"
            : null;

    public override Shape Infer(ImmutableArray<Shape> inputs)
    {
        Shape common = Shape.Broadcast(inputs);
        if (To is null)
            return common;
        return Shape.Broadcast([common, To]).Equals(To) ? To : throw new ShapeError($"{common} does not broadcast to {To}");
    }

    public override long Flops(ImmutableArray<Shape> inputs, Shape result) => (long)Body.Flops * result.Count.At(1);

    // y = f(a, b, …)   ⇒   ā = Σ ȳ·∂f/∂a, summed over the axes along which a was repeated
    public override void Vjp(Pullback p)
    {
        ImmutableArray<Scalar> slopes = ScalarCalculus.Gradient(Body, p.InputCount);
        Scalar dy = Scalar.Operand(p.InputCount), y = Scalar.Operand(p.InputCount + 1);
        for (int i = 0; i < p.InputCount; i++)
        {
            if (slopes[i] is NumberScalar { Value: 0 } || p.Input(i).Element == Element.Int32)
                continue;

            // A derivative that mentions f itself reads the result instead, so that the operands need not be kept: 1 − y².
            Scalar product = dy * slopes[i].Replace(s => s is CallScalar && s == Body ? y : null);
            Value[] operands = [.. Enumerable.Range(0, p.InputCount).Select(p.Input), p.Cotangent, p.Output];
            p.Accumulate(i, p.SumTo(p.Map(product, operands), p.Input(i).Shape));
        }
    }
}

internal static class MapOps
{
    extension(Value)
    {
        public static Value operator +(Value a, Value b) => a.Node.Builder.Map((x, y) => x + y, a, b);

        public static Value operator -(Value a, Value b) => a.Node.Builder.Map((x, y) => x - y, a, b);

        public static Value operator *(Value a, Value b) => a.Node.Builder.Map((x, y) => x * y, a, b);

        public static Value operator /(Value a, Value b) => a.Node.Builder.Map((x, y) => x / y, a, b);
    }

    public static Value Map(this IBuilder net, Func<Scalar, Scalar> body, Value a) => net.Map(body(Scalar.Operand(0)), [a]);

    public static Value Map(this IBuilder net, Func<Scalar, Scalar, Scalar> body, Value a, Value b) =>
        net.Map(body(Scalar.Operand(0), Scalar.Operand(1)), [a, b]);

    public static Value Map(this IBuilder net, Func<Scalar, Scalar, Scalar, Scalar> body, Value a, Value b, Value c) =>
        net.Map(body(Scalar.Operand(0), Scalar.Operand(1), Scalar.Operand(2)), [a, b, c]);

    /// <summary>
    /// The map of <paramref name="body"/> over the operands that it mentions, each once;
    /// <paramref name="to"/> (by default the common shape of all operands given) is kept. A body that is one operand of that shape is the operand.
    /// </summary>
    public static Value Map(this IBuilder net, Scalar body, IReadOnlyList<Value> operands, Shape? to = null)
    {
        Shape shape = to ?? Shape.Broadcast(operands.Select(v => v.Shape));
        if (body is OperandScalar alone && operands[alone.Index] is var single && single.Shape.Equals(shape) && single.Element == Element.Float32)
            return single;

        var used = new List<Value>();
        Scalar compact = body.Replace(s =>
        {
            if (s is not OperandScalar operand)
                return null;
            Value value = operands[operand.Index];
            if (!used.Contains(value))
                used.Add(value);
            int index = used.IndexOf(value);
            return index == operand.Index ? operand : Scalar.Operand(index);
        });
        bool explicitShape = !Shape.Broadcast(used.Select(v => v.Shape)).Equals(shape);
        return net.Add(new Map(compact, explicitShape ? shape : null), [.. used]);
    }

    /// <summary>The number <paramref name="value"/>, of shape [].</summary>
    public static Value Number(this IBuilder net, Scalar value) => net.Map(value, []);

    /// <summary>The value repeated to <paramref name="shape"/>.</summary>
    public static Value BroadcastTo(this IBuilder net, Value value, Shape shape) => net.Map(Scalar.Operand(0), [value], shape);
}
