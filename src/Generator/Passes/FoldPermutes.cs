using StaticNet.Generator.Ir;
using StaticNet.Generator.Ops;

namespace StaticNet.Generator.Passes;

/// <summary>Joins two permutations into one, and removes those that move no element or that a product can read through.</summary>
internal static class FoldPermutes
{
    public static Graph Run(Graph graph) => graph.Rewrite((net, node, inputs) => node.Op switch
    {
        Ops.Permute permute => [Permuted(net, inputs[0], [.. permute.Order])],
        MatMul product => [Multiplied(net, product, inputs[0], inputs[1])],
        _ => net.AddNode(node.Op, inputs).Results,
    });

    /// <summary><c>permute (permute x) → permute x</c>, and <c>permute x → reshape x</c> where only axes of extent 1 change their places.</summary>
    public static Value Permuted(GraphBuilder net, Value x, int[] order)
    {
        while (x.Op is Ops.Permute inner)
        {
            order = [.. order.Select(axis => inner.Order[axis])];
            x = x.Node.Inputs[0];
        }

        int[] moving = [.. order.Where(axis => !x.Shape[axis].IsOne)];
        return moving.SequenceEqual(moving.OrderBy(axis => axis))
            ? net.Reshape(x, new([.. order.Select(axis => x.Shape[axis])]))
            : net.Permute(x, order);
    }

    // matmul (permute a) b → matmul.ta a b, where the permutation exchanges the last two axes
    private static Value Multiplied(GraphBuilder net, MatMul product, Value a, Value b)
    {
        bool left = IsTransposed(a), right = IsTransposed(b);
        return net.MatMul(
            left ? a.Node.Inputs[0] : a, right ? b.Node.Inputs[0] : b, product.TransposeA ^ left, product.TransposeB ^ right);
    }

    private static bool IsTransposed(Value x)
    {
        int rank = x.Shape.Rank;
        return x.Op is Ops.Permute permute
            && permute.Order.SequenceEqual(Enumerable.Range(0, rank).Select(axis => axis < rank - 2 ? axis : 2 * rank - 3 - axis));
    }
}
