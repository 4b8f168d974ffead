using StaticNet.Generator.Ir;
using StaticNet.Generator.Ops;

namespace StaticNet.Generator.Passes;

/// <summary>Once gradients are taken, a stop is its operand.</summary>
internal static class DropStops
{
    // stop x → x
    public static Graph Run(Graph graph) =>
        graph.Rewrite((net, node, inputs) => node.Op is Stop ? inputs : net.AddNode(node.Op, inputs).Results);
}
