using StaticNet.Generator.Ir;
using StaticNet.Generator.Ops;

namespace StaticNet.Generator.Passes;

/// <summary>Takes out of a sum what does not vary along its axes.</summary>
internal static class FactorSums
{
    // Σᵢ xᵢ·k → (Σᵢ xᵢ)·k;   Σᵢ k → count·k
    public static Graph Run(Graph graph)
    {
        ILookup<Value, Node> readers = graph.Readers();
        HashSet<Value> results = [.. graph.Results.Select(r => r.Value)];
        return graph.Rewrite((net, node, inputs) =>
        {
            if (node.Op is not Reduce { Kind: ReduceKind.Sum } sum || inputs[0].Op is not Map map)
                return net.AddNode(node.Op, inputs).Results;
            bool alone = readers[node.Inputs[0]].Count() == 1 && !results.Contains(node.Inputs[0]);
            return [Factored(net, sum, inputs[0], map, alone)];
        });
    }

    private static Value Factored(GraphBuilder net, Reduce sum, Value x, Map map, bool alone)
    {
        ImmutableArray<Value> operands = x.Node.Inputs;
        Product product = Product.Of(map.Body);
        Product inside = product.Where(f => SumAxes.Vary(f, sum, x.Shape, operands), false);
        Product outside = product.Where(f => !SumAxes.Vary(f, sum, x.Shape, operands), true);
        bool nothing = outside.Factors.Count == 0 && outside.Coefficient == 1;

        // What else reads the map keeps it: a second map for the sum alone would be computed in vain.
        Scalar rest = inside.ToScalar();
        bool constant = inside.Factors.Count == 0;
        bool bare = rest is OperandScalar o && operands[o.Index] is { Element: Element.Float32 } operand && operand.Shape.Equals(x.Shape);
        if (nothing || (!alone && !bare && !constant))
            return net.Add(sum, x);

        Shape reduced = sum.Infer([x.Shape]);
        Scalar factor = outside.ToScalar();
        if (constant)
            return net.Map(factor * SumAxes.Count(sum, x.Shape), operands, reduced);

        Value total = net.Add(sum, net.Map(rest, operands, x.Shape));
        return net.Map(Scalar.Operand(operands.Length) * factor, [.. operands, total], reduced);
    }
}
