namespace StaticNet.Generator.Ir;

/// <summary>A primitive operation: how it prints, its shape rule, its vector-Jacobian product and its cost.</summary>
internal abstract record Op
{
    /// <summary>The operation with its attributes, as the printed IR has it: <c>matmul.tb</c>.</summary>
    public abstract string Text { get; }

    /// <summary>The element type of the results.</summary>
    public virtual Element Element => Element.Float32;

    /// <summary>The shape of the result; throws <see cref="ShapeError"/> if the operands do not fit.</summary>
    public abstract Shape Infer(ImmutableArray<Shape> inputs);

    /// <summary>The shapes of all results; one, unless the op says otherwise.</summary>
    public virtual ImmutableArray<Shape> Results(ImmutableArray<Shape> inputs) => [Infer(inputs)];

    /// <summary>Adds to each operand's cotangent what the result's cotangent says of it.</summary>
    public abstract void Vjp(Pullback p);

    /// <summary>Floating-point operations of one evaluation for a batch of one.</summary>
    public virtual long Flops(ImmutableArray<Shape> inputs, Shape result) => 0;
}
