using StaticNet.Generator.Ir;

namespace StaticNet.Generator.Ops;

/// <summary>
/// Runs <paramref name="Cell"/> once for each of <paramref name="Length"/> steps. Operands: the carries' initial values; sequences
/// <c>[T,…]</c>, of which each step sees its element; what is the same for all steps. Results: the carries after the last step, then
/// <c>[T,…]</c> of each value that the cell stacks, for readers outside or for the derivative.
/// </summary>
/// <param name="Cell">Arguments → the next carries and, behind them, what is stacked.</param>
/// <param name="Length">The number of steps, <c>T</c>.</param>
/// <param name="Carries">How many of the operands are carries.</param>
/// <param name="Sequences">How many of the operands behind them are sequences.</param>
/// <param name="Reverse">True if the first step is that of the last elements.</param>
/// <param name="Truncate">The steps after which the carries' cotangents go no further back; null if to the first.</param>
internal sealed record Scan(Graph Cell, int Length, int Carries, int Sequences, bool Reverse = false, int? Truncate = null) : Op
{
    public override string Text =>
        $"scan {Length} carries {Carries} sequences {Sequences}{(Reverse ? " reverse" : "")}{(Truncate is { } steps ? $" truncate {steps}" : "")}";

    public override int? Arity => Leaves.Length;

    public override bool TakesIntegers => true;

    public override Graph? Inner => Cell;

    /// <summary>The cell's leaf for each operand.</summary>
    public ImmutableArray<Value> Leaves { get; } =
        [.. Cell.Nodes.Where(n => n.Op is Argument).OrderBy(n => ((Argument)n.Op).Index).Select(n => n.Results[0])];

    /// <summary>What the cell stacks.</summary>
    public ImmutableArray<Value> Stacked => [.. Cell.Results.Skip(Carries).Select(r => r.Value)];

    public override Op WithInner(Graph graph) => new Scan(graph, Length, Carries, Sequences, Reverse, Truncate);

    public override string? Refusal(ImmutableArray<Element> inputs)
    {
        if (base.Refusal(inputs) is { } refusal)
            return refusal;
        if (Cell.Nodes.FirstOrDefault(n => n.Op is Draw or Cut or (Leaf and not Argument)) is { } foreign)
            return $"its body holds {foreign.Op.Text}, but takes all it reads as arguments";
        for (int i = 0; i < inputs.Length; i++)
        {
            if (((Argument)Leaves[i].Op).Index != i)
                return $"its body has no argument {i}";
            if (Leaves[i].Element != inputs[i])
                return $"operand {i} holds {inputs[i]}, but its body takes {Leaves[i].Element}";
        }

        return Cell.Results.FirstOrDefault(r => r.Value.Element == Element.Int32) is { } integers
            ? $"its body returns {IrPrinter.Keyword(integers.Kind)} {integers.Name}, which holds integers"
            : null;
    }

    public override Shape Infer(ImmutableArray<Shape> inputs) => Results(inputs)[0];

    public override ImmutableArray<Shape> Results(ImmutableArray<Shape> inputs)
    {
        if (Length < 1 || Truncate < 1)
            throw new ShapeError($"{Text} takes no step");
        if (inputs.Length != Leaves.Length || inputs.Length < Carries + Sequences)
            throw new ShapeError($"{Text} has {inputs.Length} operands and a body with {Leaves.Length} arguments");
        if (Cell.Results.Length < Carries || Cell.Results.Where((r, i) => r.Kind != (i < Carries ? ResultKind.Carry : ResultKind.Stack)).Any())
            throw new ShapeError($"its body does not return {Carries} carries and then what is stacked");
        for (int i = 0; i < inputs.Length; i++)
        {
            Shape argument = Leaves[i].Shape, expected = i >= Carries && i < Carries + Sequences ? Stack(argument) : argument;
            if (!inputs[i].Equals(expected))
                throw new ShapeError($"operand {i} is {inputs[i]}, but its body takes {argument} at each of {Length} steps");
            if (i < Carries && !Cell.Results[i].Value.Shape.Equals(argument))
                throw new ShapeError($"carry {i} is {argument} before a step and {Cell.Results[i].Value.Shape} after it");
        }

        return [.. Cell.Results.Select((r, i) => i < Carries ? r.Value.Shape : Stack(r.Value.Shape))];
    }

    // (c′, y) = f(c, x, w) at each step   ⇒   (c̄, x̄, w̄) = the cotangents of f at each step, from the last step to the first
    public override void Vjp(Pullback p) => ScanGradient.Pull(this, p);

    public override long Flops(ImmutableArray<Shape> inputs, Shape result) => Length * Cell.Nodes.Sum(n => n.Flops);

    /// <summary>The results of a cell.</summary>
    public static IEnumerable<GraphResult> Returned(IEnumerable<Value> carries, IEnumerable<Value> stacked) =>
    [
        .. carries.Select((v, i) => new GraphResult(ResultKind.Carry, $"{i}", v)),
        .. stacked.Select((v, i) => new GraphResult(ResultKind.Stack, $"{i}", v)),
    ];

    private Shape Stack(Shape shape) => new([Length, .. shape.Dims]);
}
