using StaticNet.Generator.Ir;
using StaticNet.Generator.Ops;

namespace StaticNet.Generator.Passes;

/// <summary>
/// A weight that the steps of a scan read against its stored order, <c>x̄ₜ = ȳₜ·W</c>, is transposed before them, once for all:
/// <c>x̄ₜ = ȳₜ·(Wᵀ)ᵀ</c>, whose tiles add up in registers what the other sums lane by lane.
/// </summary>
internal static class TransposeOnce
{
    // A transposition costs as much as one or two steps with it.
    private const int LeastSteps = 8;

    public static Graph Run(Graph graph) => graph.Rewrite((net, node, inputs) =>
        node.Op is Scan { Length: >= LeastSteps } scan && Weights(scan) is { Length: > 0 } weights
            ? net.AddNode(Reading(scan, weights), [.. inputs, .. weights.Select(w => net.Permute(inputs[((Argument)w.Op).Index], 1, 0))]).Results
            : net.AddNode(node.Op, inputs).Results);

    // What is the same for all steps and read so.
    private static Value[] Weights(Scan scan) =>
        [.. scan.Cell.Nodes.Where(n => ReadsAgainst(n, scan)).Select(n => n.Inputs[1]).Distinct()];

    private static bool ReadsAgainst(Node node, Scan scan) => node.Op is MatMul { TransposeA: false, TransposeB: false }
        && node.Inputs[1] is { Op: Argument argument, Shape: { Rank: 2, PerSample: false } } && argument.Index >= scan.Carries + scan.Sequences;

    private static Scan Reading(Scan scan, Value[] weights)
    {
        var net = new GraphBuilder();
        var copies = new Dictionary<Value, Value>();
        foreach (Value leaf in scan.Leaves)
            copies.Add(leaf, net.Add(leaf.Op));
        Value[] turned = [.. weights.Select((w, i) => net.Add(new Argument(scan.Leaves.Length + i, new(w.Shape[1], w.Shape[0]), w.Element)))];
        foreach (Node node in scan.Cell.Nodes.Where(n => n.Op is not Argument))
        {
            net.Label = node.Label;
            ImmutableArray<Value> made = ReadsAgainst(node, scan)
                ? [net.MatMul(copies[node.Inputs[0]], turned[Array.IndexOf(weights, node.Inputs[1])], transposeB: true)]
                : net.AddNode(node.Op, [.. node.Inputs.Select(v => copies[v])]).Results;
            for (int i = 0; i < made.Length; i++)
                copies.Add(node.Results[i], made[i]);
        }

        return (Scan)scan.WithInner(net.Build([.. scan.Cell.Results.Select(r => r with { Value = copies[r.Value] })]).Renumber());
    }
}
