using StaticNet.Generator.Ir;
using StaticNet.Generator.Ops;

namespace StaticNet.Generator.Passes;

/// <summary>
/// Takes a sum from sums that are there already. Behind a normalisation this finds that what was centred sums to nothing:
/// <c>Σ(x − μ) = 0</c>.
/// </summary>
internal static class DistributeSums
{
    // Σᵢ (c₀ + Σⱼ cⱼ·xⱼᵢ) → count·c₀ + Σⱼ cⱼ·(Σᵢ xⱼᵢ), where each Σᵢ xⱼᵢ is known and one term at most remains
    public static Graph Run(Graph graph)
    {
        var sums = new Dictionary<(Value Operand, Op Sum), Value>();
        return graph.Rewrite((net, node, inputs) =>
        {
            if (node.Op is not Reduce { Kind: ReduceKind.Sum } sum)
                return net.AddNode(node.Op, inputs).Results;
            Value x = inputs[0];
            if (x.Op is Map map && !IsLong(sum) && Distributed(net, sum, x, map, sums) is { } known)
                return [known];
            Value result = net.Add(sum, x);
            sums[(x, sum)] = result;
            return [result];
        });
    }

    // Over all pixels of all samples the terms are summed as they were rounded: what their mean is taken from then sums to nothing. From known sums it
    // would be off by the mean's rounding, once for each of the many terms, and so would the gradient of a bias before the normalisation.
    private static bool IsLong(Reduce sum) => sum.Axes.Values.Length > 1;

    private static Value? Distributed(GraphBuilder net, Reduce sum, Value x, Map map, IReadOnlyDictionary<(Value, Op), Value> sums)
    {
        ImmutableArray<Value> operands = x.Node.Inputs;
        LinearForm? form = LinearForm.Of(map.Body, s => SumAxes.Vary(s, sum, x.Shape, operands));
        if (form is null || !form.Slopes.Keys.All(i => operands[i].Shape.Equals(x.Shape) && sums.ContainsKey((operands[i], sum))))
            return null;

        var values = new List<Value>(operands);
        Scalar total = form.Constant * SumAxes.Count(sum, x.Shape);
        foreach (var slope in form.Slopes)
        {
            total += slope.Value * Scalar.Operand(values.Count);
            values.Add(sums[(operands[slope.Key], sum)]);
        }

        // Two large sums of opposite signs lose digits that the sum of small differences has.
        Shape reduced = sum.Infer([x.Shape]);
        Scalar body = Expanded(total, values, reduced);
        return body is CallScalar { Function.Name: "add" or "sub" } ? null : net.Map(body, values, reduced);
    }

    // A mean meets the sum that it was taken from only where it is written out; where that shortens nothing, it stays a value.
    private static Scalar Expanded(Scalar total, List<Value> values, Shape shape)
    {
        Scalar best = ScalarRules.Simplify(total);
        for (int i = 0; i < values.Count; i++)
        {
            Value value = values[i];
            if (value.Op is not Map part || !value.Shape.Equals(shape) || !best.Subexpressions().Contains(Scalar.Operand(i)))
                continue;
            Scalar[] arguments = [.. value.Node.Inputs.Select(v => Scalar.Operand(Index(v)))];
            Scalar written = part.Body.Substitute(arguments);
            Scalar mean = Scalar.Operand(i);
            Scalar candidate = ScalarRules.Simplify(best.Replace(s => s == mean ? written : null));
            if (candidate.Flops < best.Flops)
                best = candidate;
        }

        return best;

        int Index(Value v)
        {
            if (!values.Contains(v))
                values.Add(v);
            return values.IndexOf(v);
        }
    }
}
