using StaticNet.Generator.Ir;
using StaticNet.Generator.Ops;

namespace StaticNet.Generator.Plan;

/// <summary>When a node runs. Nothing is fused across phases, since callers may run them apart.</summary>
internal enum Phase
{
    /// <summary>Input → output, and what the states become.</summary>
    Forward,

    /// <summary>Output → prediction, or output and target → loss and its gradient by the output.</summary>
    Head,

    /// <summary>Gradient by the output → gradients by parameters and input.</summary>
    Backward,
}

internal static class Phases
{
    /// <summary>
    /// The earliest phase in which a result needs each node. The backward pass may run without the head, so what both need runs before them;
    /// only the gradient by the output, where the backward pass begins, comes from the head. What the backward pass alone reads of random numbers
    /// is drawn in the forward pass too, which is given the seed and the step.
    /// </summary>
    public static IReadOnlyDictionary<Node, Phase> Assign(Graph graph)
    {
        HashSet<Node> seeds = [.. graph.Results.Where(r => r.Kind == ResultKind.OutputGradient).Select(r => r.Value.Node)];
        HashSet<Node> forward = Needed(Phase.Forward, []), head = Needed(Phase.Head, []), backward = Needed(Phase.Backward, seeds);
        return graph.Nodes.ToDictionary(n => n, n =>
            forward.Contains(n) || (head.Contains(n) && backward.Contains(n) && !seeds.Contains(n)) ? Phase.Forward
            : head.Contains(n) ? Phase.Head
            : n.Op is Draw ? Phase.Forward
            : Phase.Backward);

        // What the results of a phase need, up to the values given.
        HashSet<Node> Needed(Phase phase, HashSet<Node> given)
        {
            HashSet<Node> needed = [.. graph.Results.Where(r => Of(r.Kind) == phase).Select(r => r.Value.Node)];
            foreach (Node node in graph.Nodes.Reverse())
            {
                if (needed.Contains(node) && !given.Contains(node))
                    needed.UnionWith(node.Inputs.Select(v => v.Node));
            }

            return needed;
        }
    }

    private static Phase Of(ResultKind kind) => kind switch
    {
        ResultKind.Output or ResultKind.NextState => Phase.Forward,
        ResultKind.Prediction or ResultKind.Loss or ResultKind.OutputGradient => Phase.Head,
        _ => Phase.Backward,
    };
}
