using StaticNet.Generator.Ir;
using StaticNet.Generator.Ops;

namespace StaticNet.Generator.Passes;

/// <summary>Brings the body of every map to a form with fewer calls, in which what is the same for every element stands together.</summary>
internal static class SimplifyMaps
{
    public static Graph Run(Graph graph) => graph.Rewrite((net, node, inputs) => node.Op is Map map
        ? [net.Map(ScalarRules.Simplify(map.Body), inputs, node.Results[0].Shape)]
        : net.AddNode(node.Op, inputs).Results);
}
