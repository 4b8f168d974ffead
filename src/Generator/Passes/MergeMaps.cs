using StaticNet.Generator.Ir;
using StaticNet.Generator.Ops;

namespace StaticNet.Generator.Passes;

/// <summary>Makes one map of two, where nothing else reads what lies between them, and takes constants and repetitions into their readers.</summary>
internal static class MergeMaps
{
    // What one loop reads and computes stays within the registers of the narrowest vectors.
    public const int MaxOperands = 8;
    public const int MaxSize = 32;

    // g(f(a), b) → (g∘f)(a, b)
    public static Graph Run(Graph graph)
    {
        ILookup<Value, Node> readers = graph.Readers();
        HashSet<Value> results = [.. graph.Results.Select(r => r.Value)];
        var origins = new Dictionary<Value, Value>();
        return graph.Rewrite((net, node, inputs) =>
        {
            for (int i = 0; i < inputs.Length; i++)
            {
                // A value that stands for several old ones has more readers than the old graph tells.
                origins[inputs[i]] = !origins.TryGetValue(inputs[i], out Value? origin) || origin == node.Inputs[i] ? node.Inputs[i] : inputs[i];
            }

            if (node.Op is not Map map)
                return net.AddNode(node.Op, inputs).Results;
            Shape shape = node.Results[0].Shape;
            Map current = map;
            for (int i = 0; i < node.Inputs.Length; i++)
            {
                Value old = node.Inputs[i];
                bool alone = origins[inputs[i]] == old && readers[old].Count() == 1 && !results.Contains(old);
                if (inputs[i].Op is not Map || (!IsFree(inputs[i], shape) && !(alone && inputs[i].Shape.Equals(shape))))
                    continue;
                Value between = inputs[i];
                Map before = current;
                (current, inputs) = Merge(current, inputs, i);
                if (current != before && !IsFree(between, shape))
                    net.Label = Node.Labels(between.Node.Label, net.Label);
            }

            return [net.Map(current.Body, inputs, shape)];
        });
    }

    /// <summary>The map with operand <paramref name="index"/> replaced by what computes it; unchanged where it would grow too large.</summary>
    public static (Map Map, ImmutableArray<Value> Inputs) Merge(Map map, ImmutableArray<Value> inputs, int index)
    {
        Value between = inputs[index];
        ImmutableArray<Value> merged = [.. inputs, .. between.Node.Inputs];
        Scalar part = ((Map)between.Op).Body.Substitute([.. between.Node.Inputs.Select((_, i) => Scalar.Operand(inputs.Length + i))]);
        Scalar body = map.Body.Replace(s => s is OperandScalar o && inputs[o.Index] == between ? part : null);
        int operands = body.Subexpressions().OfType<OperandScalar>().Select(o => merged[o.Index]).Distinct().Count();
        bool fits = (operands <= MaxOperands && body.Size <= MaxSize) || part is not CallScalar;
        return fits ? (new(body), merged) : (map, inputs);
    }

    // A constant and a repetition cost nothing wherever they stand; a column number only where the columns are the same.
    private static bool IsFree(Value between, Shape shape)
    {
        Scalar body = ((Map)between.Op).Body;
        bool column = body.Subexpressions().Contains(Scalar.Column);
        return (body is OperandScalar || between.Node.Inputs.IsEmpty) && (!column || between.Shape.FromEnd(1) == shape.FromEnd(1));
    }
}
