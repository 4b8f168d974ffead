namespace StaticNet.Generator.Ir;

/// <summary>A primitive operation: how it prints, its shape rule, its vector-Jacobian product and its cost.</summary>
internal abstract record Op
{
    /// <summary>The operation with its attributes, as the printed IR has it: <c>matmul.tb</c>.</summary>
    public abstract string Text { get; }

    /// <summary>How many operands it takes; null if any number.</summary>
    public virtual int? Arity => 1;

    /// <summary>True if an operand may hold integers.</summary>
    public virtual bool TakesIntegers => false;

    /// <summary>True for what the caller gives: it has its place in the network even where no result depends on it.</summary>
    public virtual bool IsGiven => false;

    /// <summary>What it runs again and again; null for an op without a body.</summary>
    public virtual Graph? Inner => null;

    /// <summary>The op with another body of the same arguments and results.</summary>
    public virtual Op WithInner(Graph graph) => throw new InvalidOperationException($"{Text} has no body");

    /// <summary>The element type of the results: numbers, unless the op only moves elements.</summary>
    public virtual Element ElementOf(ImmutableArray<Element> inputs) => Element.Float32;

    /// <summary>Why it cannot take these operands, their shapes aside; null if it can.</summary>
    public virtual string? Refusal(ImmutableArray<Element> inputs) =>
        Arity is { } arity && inputs.Length != arity ? $"it takes {arity} operands, not {inputs.Length}"
        : !TakesIntegers && inputs.Contains(Element.Int32) ? $"it takes no integers, but operand {inputs.IndexOf(Element.Int32)} holds them"
        : null;

    /// <summary>The shape of the result; throws <see cref="ShapeError"/> if the operands do not fit.</summary>
    public abstract Shape Infer(ImmutableArray<Shape> inputs);

    /// <summary>The shapes of all results; one, unless the op says otherwise.</summary>
    public virtual ImmutableArray<Shape> Results(ImmutableArray<Shape> inputs) => [Infer(inputs)];

    /// <summary>Adds to each operand's cotangent what the result's cotangent says of it.</summary>
    public abstract void Vjp(Pullback p);

    /// <summary>Floating-point operations of one evaluation for a batch of one.</summary>
    public virtual long Flops(ImmutableArray<Shape> inputs, Shape result) => 0;
}
