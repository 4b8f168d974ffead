using StaticNet.Generator.Ir;
using StaticNet.Generator.Ops;
using StaticNet.Generator.Plan;

namespace StaticNet.Generator.Kernels;

/// <summary>The values of a step as expressions over those that it has at hand, its leaves: operand <c>i</c> is leaf <c>i</c>.</summary>
internal sealed class Inlining(Func<Value, bool> isLeaf)
{
    private readonly List<Value> _leaves = [];
    private readonly Dictionary<Value, Scalar> _known = [];

    /// <summary>The leaves that the expressions asked for so far mention.</summary>
    public IReadOnlyList<Value> Leaves => _leaves;

    public Scalar Of(Value value)
    {
        Value root = value.Root();
        if (_known.TryGetValue(root, out Scalar? known))
            return known;
        Scalar expression = isLeaf(root) ? Leaf(root) : Inline(root);
        _known.Add(root, expression);
        return expression;
    }

    private Scalar Leaf(Value value)
    {
        _leaves.Add(value);
        return Scalar.Operand(_leaves.Count - 1);
    }

    private Scalar Inline(Value value) => value.Op is Map map
        ? map.Body.Substitute([.. value.Node.Inputs.Select(Of)])
        : throw new InvalidOperationException($"{value} ({value.Op.Text}) is not at hand");
}
