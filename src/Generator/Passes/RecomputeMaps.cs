using StaticNet.Generator.Ir;
using StaticNet.Generator.Ops;

namespace StaticNet.Generator.Passes;

/// <summary>Computes a cheap map in each of its readers, where its operands are stored in any case: one value less is.</summary>
internal static class RecomputeMaps
{
    // About as long as a value takes from the cache.
    private const int MaxCost = 3;

    // c = f(x), y = g(c), z = h(c)   →   y = g(f(x)), z = h(f(x))
    public static Graph Run(Graph graph)
    {
        ILookup<Value, Node> readers = graph.Readers();
        HashSet<Value> results = [.. graph.Results.Select(r => r.Value)];
        HashSet<Value> chosen = [.. graph.Nodes.SelectMany(n => n.Results).Where(IsWorthwhile)];

        // One at a time in a chain: what a chosen map reads stays as it is.
        chosen.RemoveWhere(v => v.Node.Inputs.Any(chosen.Contains));
        return graph.Rewrite((net, node, inputs) =>
        {
            if (node.Op is not Map map)
                return net.AddNode(node.Op, inputs).Results;
            Map current = map;
            for (int i = 0; i < node.Inputs.Length; i++)
            {
                if (chosen.Contains(node.Inputs[i]) && inputs[i].Op is Map)
                    (current, inputs) = MergeMaps.Merge(current, inputs, i);
            }

            return [net.Map(current.Body, inputs, node.Results[0].Shape)];
        });

        bool IsWorthwhile(Value v) => v.Op is Map map && !results.Contains(v) && Cost(map.Body) <= MaxCost && !IsScaled(map.Body)
            && readers[v].Count() > 1 && readers[v].All(r => r.Op is Map && r.Results[0].Shape.Equals(v.Shape))
            && v.Node.Inputs.Where(x => x.Shape.Equals(v.Shape)).All(x => x.Op is Leaf || results.Contains(x) || readers[x].Any(r => r != v.Node));
    }

    // c = x·k rounds once for all who read it. Among the factors of its readers, x·a·k and x·b·k, it would round otherwise in each, and what they take
    // away from one another, such as a gradient from its own mean, would no longer cancel.
    private static bool IsScaled(Scalar s) => s is CallScalar call && call.Function.Name switch
    {
        "mul" or "div" => call.Arguments.Any(a => IsScaled(a) || (a is NumberScalar number && !IsPowerOfTwo(number.Value))),
        "neg" => IsScaled(call.Arguments[0]),
        "ifgt" or "ifeq" => call.Arguments.Skip(2).Any(IsScaled),
        _ => false,
    };

    // What multiplies without rounding.
    private static bool IsPowerOfTwo(double value)
    {
        const long Fraction = (1L << 52) - 1;
        return (BitConverter.DoubleToInt64Bits(value) & Fraction) == 0;
    }

    // A division or a root takes as long as several products.
    private static int Cost(Scalar body) => body.Subexpressions().OfType<CallScalar>()
        .Sum(c => c.Function.IsCostly ? 100 : c.Function == ScalarFunctions.Divide || c.Function == ScalarFunctions.Sqrt ? 4 : 1);
}
