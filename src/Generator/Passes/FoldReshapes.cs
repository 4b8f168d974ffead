using StaticNet.Generator.Ir;
using StaticNet.Generator.Ops;

namespace StaticNet.Generator.Passes;

/// <summary>Removes reshapes that change nothing, joins two into one, and moves one out from between maps, so that the maps merge.</summary>
internal static class FoldReshapes
{
    public static Graph Run(Graph graph)
    {
        ILookup<Value, Node> readers = graph.Readers();
        HashSet<Value> results = [.. graph.Results.Select(r => r.Value)];
        return graph.Rewrite((net, node, inputs) => node.Op switch
        {
            Ops.Reshape reshape => [Reshaped(net, inputs[0], reshape.To)],
            Map map => [Mapped(net, map, inputs, node.Results[0].Shape, i => IsAlone(node.Inputs[i]))],
            _ => net.AddNode(node.Op, inputs).Results,
        });

        // A reshape that one map reads, of a map that only this reshape reads: the two maps can become one. Of an input it may meet its inverse.
        bool IsAlone(Value v) => v.Op is Ops.Reshape && v.Node.Inputs[0] is { Op: Map or Input } source
            && readers[v].Count() == 1 && !results.Contains(v) && readers[source].Count() == 1 && !results.Contains(source);
    }

    // reshape (reshape x) → reshape x;   reshape of a constant → the constant
    private static Value Reshaped(GraphBuilder net, Value x, Shape to)
    {
        while (x.Op is Ops.Reshape)
            x = x.Node.Inputs[0];
        return x.Op is Map { Body: var body } && x.Node.Inputs.IsEmpty && !body.Subexpressions().Contains(Scalar.Column)
            ? net.Map(body, [], to)
            : net.Reshape(x, to);
    }

    private static Value Mapped(GraphBuilder net, Map map, ImmutableArray<Value> inputs, Shape shape, Func<int, bool> isAlone)
    {
        // map f : (reshape [1,c] → [c] of a)  →  map f : a, since operands are aligned at the last axis
        Value[] operands = [.. inputs.Select(v => WithoutUnits(v, shape))];

        // map f : (reshape a) b …  →  reshape (map f : a (reshape b) …), where every operand is whole or one number
        int[] full = [.. Enumerable.Range(0, operands.Length).Where(i => !operands[i].Shape.Count.IsOne)];
        int moved = Array.FindIndex(operands, v => v.Op is Ops.Reshape && v.Shape.Equals(shape)
            && ((full.Length == 1 && isAlone(full[0])) || HasLongerRows(v.Node.Inputs[0].Shape, shape)));
        if (moved < 0 || full.Any(i => operands[i].Shape.Count != shape.Count))
            return net.Map(map.Body, operands, shape);
        Shape source = operands[moved].Node.Inputs[0].Shape;
        if (map.Body.Subexpressions().Contains(Scalar.Column) && source.FromEnd(1) != shape.FromEnd(1))
            return net.Map(map.Body, operands, shape);
        Value[] before = [.. operands.Select(v => Reshaped(net, v, v.Shape.Count.IsOne ? Shape.Scalar : source))];
        return net.Reshape(net.Map(map.Body, before, source), shape);
    }

    // Of two shapes that differ in axes of extent 1 alone, the one with longer rows.
    private static bool HasLongerRows(Shape a, Shape b)
    {
        return Long(a).SequenceEqual(Long(b)) && b.FromEnd(1).IsOne && a.FromEnd(1) is { IsOne: false, PerSample: false };

        static IEnumerable<Dim> Long(Shape shape) => shape.Dims.Where(extent => !extent.IsOne);
    }

    private static Value WithoutUnits(Value v, Shape shape)
    {
        if (v.Op is not Ops.Reshape || v.Node.Inputs[0] is not { } source || source.Shape.Rank > shape.Rank)
            return v;
        int rank = Math.Max(source.Shape.Rank, v.Shape.Rank);
        bool same = Enumerable.Range(1, rank).All(position => source.Shape.FromEnd(position) == v.Shape.FromEnd(position));
        return same ? source : v;
    }
}
