using StaticNet.Generator.Ir;
using StaticNet.Generator.Ops;

namespace StaticNet.Generator.Passes;

/// <summary>
/// Takes a sum over all steps out of a scan, where its terms can be added together afterwards: the gradient of a weight is one product over all steps and
/// samples, <c>Σₜ aₜᵀ·bₜ = aᵀ·b</c>, and that of a bias one sum.
/// </summary>
internal static class HoistSums
{
    public static Graph Run(Graph graph) => graph.Rewrite((net, node, inputs) => node.Op is Scan scan
        ? new Hoisting(net, scan, inputs).Results()
        : net.AddNode(node.Op, inputs).Results);

    private sealed class Hoisting(GraphBuilder net, Scan scan, ImmutableArray<Value> inputs)
    {
        private readonly ILookup<Value, Node> _readers = scan.Cell.Readers();
        private readonly List<Value> _stacked = [.. scan.Stacked];

        public ImmutableArray<Value> Results()
        {
            Value?[] terms = [.. Enumerable.Range(0, scan.Carries).Select(Term)];
            int[] kept = [.. Enumerable.Range(0, scan.Carries).Where(c => terms[c] is null)];
            if (kept.Length == scan.Carries)
                return net.AddNode(scan, inputs).Results;

            // Which stacks there are is known before the scan is made.
            foreach (Value term in terms.OfType<Value>())
                _ = Sum(term, null);
            ImmutableArray<Value> made = net.AddNode(Narrowed(kept), [.. inputs.Where((_, i) => i >= scan.Carries || kept.Contains(i))]).Results;
            Value Stack(Value v) => Sequence(v) is { } operand ? inputs[operand] : made[kept.Length + _stacked.IndexOf(v)];
            return
            [
                .. terms.Select((term, c) => term is null ? made[Array.IndexOf(kept, c)] : Sum(term, Stack)!),
                .. made.Skip(kept.Length).Take(scan.Stacked.Length),
            ];
        }

        // c′ = c + f from c = 0, where nothing else reads c
        private Value? Term(int carry)
        {
            Value leaf = scan.Leaves[carry], next = scan.Cell.Results[carry].Value;
            bool isSum = next.Op is Map { To: null, Body: CallScalar { Function.Name: "add" } sum } && sum.Arguments.All(a => a is OperandScalar)
                && next.Node.Inputs.Length == 2 && next.Node.Inputs.Contains(leaf) && next.Node.Inputs.All(v => v.Shape.Equals(leaf.Shape));
            bool isAlone = _readers[leaf].All(r => r == next.Node) && !_readers.Contains(next) && !scan.Stacked.Contains(leaf) && !scan.Stacked.Contains(next);
            if (!isSum || !isAlone || !IsZero(inputs[carry]))
                return null;
            Value term = next.Node.Inputs.First(v => v != leaf);
            return CanSum(term) ? term : null;
        }

        private static bool IsZero(Value v) =>
            v.Op is Map { Body: NumberScalar { Value: 0 } } || (v.Op is Map { Body: OperandScalar } && IsZero(v.Node.Inputs[0]));

        private bool CanSum(Value f) => f.Op switch
        {
            Ops.Reshape or Ops.Permute or Pad => CanSum(f.Node.Inputs[0]),
            MatMul { TransposeA: true, TransposeB: false } => f.Node.Inputs.All(v => v.Shape.Rank == 2 && CanStack(v)),
            Reduce { Kind: ReduceKind.Sum } => CanStack(f.Node.Inputs[0]),
            _ => false,
        };

        private bool CanStack(Value v) => v.Shape.Rank > 0 && (v.Op is not Argument { Index: var index } || index < scan.Carries + scan.Sequences);

        private int? Sequence(Value v) => v.Op is Argument { Index: var index } && index >= scan.Carries ? index : null;

        // Σₜ of f, from what is stacked; without that, only says what is to be stacked.
        private Value? Sum(Value f, Func<Value, Value>? stack)
        {
            Value x = f.Node.Inputs[0];
            if (f.Op is Ops.Reshape or Ops.Permute or Pad)
                return Sum(x, stack) is { } inner ? net.Add(f.Op, inner) : null;
            foreach (Value v in f.Node.Inputs.Where(v => stack is null && Sequence(v) is null && !_stacked.Contains(v)))
                _stacked.Add(v);
            if (stack is null)
                return null;

            // aᵀ·b over the rows of all steps
            if (f.Op is MatMul)
                return net.MatMul(Rows(stack(x)), Rows(stack(f.Node.Inputs[1])), transposeA: true);
            var reduce = (Reduce)f.Op;
            return net.Reshape(net.Add(new Reduce(ReduceKind.Sum, new(reduce.Axes.Values.Select(axis => axis + 1).Prepend(0))), stack(x)), f.Shape);
        }

        private Value Rows(Value stack) => net.Reshape(stack, new(stack.Shape.Span(0, 2), stack.Shape[2]));

        private Scan Narrowed(int[] kept)
        {
            var body = new GraphBuilder();
            var copies = new Dictionary<Value, Value>();
            int next = 0;
            for (int i = 0; i < scan.Leaves.Length; i++)
            {
                if (i >= scan.Carries || kept.Contains(i))
                    copies.Add(scan.Leaves[i], body.Add(new Argument(next++, scan.Leaves[i].Shape, scan.Leaves[i].Element)));
            }

            foreach (Node node in scan.Cell.Nodes.Where(n => n.Op is not Argument && n.Inputs.All(copies.ContainsKey)))
            {
                body.Label = node.Label;
                ImmutableArray<Value> results = body.AddNode(node.Op, [.. node.Inputs.Select(v => copies[v])]).Results;
                for (int i = 0; i < results.Length; i++)
                    copies.Add(node.Results[i], results[i]);
            }

            Graph cell = body.Build(Scan.Returned(kept.Select(c => copies[scan.Cell.Results[c].Value]), _stacked.Select(v => copies[v]))).Renumber();
            return new(cell, scan.Length, kept.Length, scan.Sequences, scan.Reverse, scan.Truncate);
        }
    }
}
