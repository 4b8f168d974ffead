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

    /// <summary>The matrix that full-size values of the group have.</summary>
    public Matrix Domain { get; } = first.Op is Reduce ? Matrix.Of(first.Inputs[0].Shape) : Matrix.Of(first.Results[0].Shape);

    public Sweep Sweep { get; private set; } = first.Op is Reduce reduce ? Sweeps.Direction(reduce, Matrix.Of(first.Inputs[0].Shape)) : Sweep.None;

    /// <summary>
    /// Takes the node if it fits; the sweep may become known by it. <paramref name="isDue"/> says of a node and an operand made here whether it is
    /// worth while to compute the node with the product.
    /// </summary>
    public bool TryJoin(Node node, ImmutableArray<Value> operands, Func<Node, Value, bool> isDue)
    {
        bool isProduct = Nodes[0].Op is MatMul;
        int size = _size + SizeOf(node) + (isProduct ? operands.Count(v => !Nodes.Contains(v.Node)) : 0);
        bool joins = Nodes[0].Op switch
        {
            MatMul product => !product.TransposeA && size <= Limits.StoreSize && FitsStore(node)
                && operands.Any(v => Nodes.Contains(v.Node) && isDue(node, v)),
            Draw => false,
            _ => size <= Limits.SheetSize && FitsSheet(node, operands),
        };
        if (!joins)
            return false;
        Nodes.Add(node);
        _size = size;
        return true;
    }

    private static int SizeOf(Node node) => node.Op is Map map ? map.Body.Size : 0;

    // A cheap map over the product, while it is in registers; a polynomial's constants would push the accumulators out.
    private bool FitsStore(Node node) =>
        node.Op is Map map
        && !map.Body.IsCostly
        && !map.Body.Subexpressions().Contains(Scalar.Column)
        && Matrix.Of(node.Results[0].Shape) == Domain;

    private bool FitsSheet(Node node, ImmutableArray<Value> operands)
    {
        if (node.Op is Map)
        {
            Matrix result = Matrix.Of(node.Results[0].Shape);
            if (result == Domain)
                return operands.All(v => IsRepeated(Matrix.Of(v.Shape))) && !operands.Any(IsTotal);
            if (result == new Matrix(Domain.Rows, 1))
                return Sweep == Sweep.Rows && operands.All(v => Matrix.Of(v.Shape) is { Columns: 1 }) && !operands.Any(IsTotal);
            if (result == new Matrix(1, Domain.Columns))
                return Sweep == Sweep.Columns && operands.All(v => Matrix.Of(v.Shape).Rows.IsOne);
            return result.IsScalar && Sweep == Sweep.Rows && operands.All(v => Matrix.Of(v.Shape).IsScalar);
        }

        Matrix source = Matrix.Of(operands[0].Shape);
        Sweep direction = Sweeps.Direction((Reduce)node.Op, source);
        if (source == Domain && (Sweep == Sweep.None || Sweep == direction))
        {
            Sweep = direction;
            return true;
        }

        // The sum over the batch of one number a row.
        return Sweep == Sweep.Rows && direction == Sweep.Columns && source == new Matrix(Domain.Rows, 1)
            && Nodes.Contains(operands[0].Node) && ((Reduce)node.Op).Kind == Reduction.Sum;
    }

    private bool IsTotal(Value value) => Sweep == Sweep.Rows && Nodes.Contains(value.Node) && Matrix.Of(value.Shape).IsScalar && !Domain.IsScalar;

    private bool IsRepeated(Matrix operand) =>
        operand == Domain || operand == new Matrix(Domain.Rows, 1) || operand == new Matrix(1, Domain.Columns) || operand.IsScalar;
}
