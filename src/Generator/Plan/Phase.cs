using StaticNet.Generator.Ir;

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
    /// <summary>The earliest phase in which a result needs each node.</summary>
    public static IReadOnlyDictionary<Node, Phase> Assign(Graph graph)
    {
        var phases = new Dictionary<Node, Phase>();
        foreach (GraphResult result in graph.Results)
            Need(result.Value.Node, Of(result.Kind));
        foreach (Node node in graph.Nodes.Reverse())
        {
            foreach (Value input in node.Inputs)
                Need(input.Node, phases[node]);
        }

        return phases;

        void Need(Node node, Phase phase) => phases[node] = phases.TryGetValue(node, out Phase known) && known < phase ? known : phase;
    }

    private static Phase Of(ResultKind kind) => kind switch
    {
        ResultKind.Output or ResultKind.NextState => Phase.Forward,
        ResultKind.Prediction or ResultKind.Loss or ResultKind.OutputGradient => Phase.Head,
        _ => Phase.Backward,
    };
}
