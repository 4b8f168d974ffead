using StaticNet.Generator.Ir;
using StaticNet.Generator.Ops;

namespace StaticNet.Generator.Plan;

/// <summary>A step while it is being formed: what it sweeps over, and whether one more node fits.</summary>
internal sealed class Group(int index, Phase phase, Node first)
{
    private int _size = SizeOf(first);

    public int Index { get; } = index;

    public Phase Phase { get; } = phase;

    public List<Node> Nodes { get; } = [first];

    /// <summary>What it goes over, unless it is a product's or lies in the order of a weight.</summary>
    public Sheet? Sheet { get; private set; } = first.Op is Map or Reduce && !WeightOrders.IsOfGradients(first) ? Sheet.Of(first) : null;

    /// <summary>
    /// Takes the node if it fits; the sweep may become known by it. <paramref name="isDue"/> says of a node and an operand made here whether it is
    /// worth while to compute the node with the product.
    /// </summary>
    public bool TryJoin(Node node, ImmutableArray<Value> operands, Func<Node, Value, bool> isDue)
    {
        int size = _size + SizeOf(node) + (Sheet is null ? operands.Count(v => !Nodes.Contains(v.Node)) : 0);
        bool joins = Nodes[0].Op switch
        {
            MatMul { TransposeA: false } or Conv { Mode: not ConvMode.Filter } => size <= Limits.StoreSize && FitsStore(node)
                && operands.Any(v => Nodes.Contains(v.Node) && isDue(node, v)),
            _ => Sheet is not null && size <= Limits.SheetSize && FitsSheet(node, operands),
        };
        if (!joins)
            return false;
        Nodes.Add(node);
        _size = size;
        return true;
    }

    /// <summary>Takes a node that moves on what the last one here has moved, if one copy can do both.</summary>
    public bool TryMove(Node node)
    {
        if (!Nodes.All(MoveChain.Takes) || node.Inputs[0] != Nodes[Nodes.Count - 1].Results[0] || !MoveChain.Continues(Nodes, node))
            return false;
        Nodes.Add(node);
        return true;
    }

    private static int SizeOf(Node node) => node.Op is Map map ? map.Body.Size : 0;

    // A cheap map over the product, while it is in registers; a polynomial's constants would push the accumulators out.
    private bool FitsStore(Node node)
    {
        Matrix domain = Matrix.Of(Nodes[0].Results[0].Shape);
        return node.Op is Map map
            && !map.Body.IsCostly
            && !map.Body.Subexpressions().Contains(Scalar.Column)
            && Matrix.Of(node.Results[0].Shape) == domain
            && node.Inputs.All(v => Matrix.Of(v.Root().Shape) == Matrix.Of(v.Shape) && IsRepeated(Matrix.Of(v.Shape), domain));
    }

    private bool FitsSheet(Node node, ImmutableArray<Value> operands)
    {
        // What is known after the last row is read by none of them.
        if (!Matrix.Of(node.Results[0].Shape).IsScalar && operands.Any(IsTotal))
            return false;
        if (Sheet!.Join(node) is not { } joined)
            return false;
        Sheet = joined;
        return true;
    }

    private bool IsTotal(Value value) =>
        Sheet!.Sweep == Sweep.Rows && Nodes.Contains(value.Node) && Sheet.Accesses[value] is { IsScalar: true, IsRow: false };

    private static bool IsRepeated(Matrix operand, Matrix domain) =>
        operand == domain || operand == new Matrix(domain.Rows, 1) || operand == new Matrix(1, domain.Columns) || operand.IsScalar;
}
