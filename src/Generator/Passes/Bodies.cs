using StaticNet.Generator.Ir;

namespace StaticNet.Generator.Passes;

/// <summary>A body is a graph, and passes treat it as one.</summary>
internal static class Bodies
{
    /// <summary>The graph after <paramref name="pass"/>, which every body in it goes through first.</summary>
    public static Graph Run(Pass pass, Graph graph) => pass(graph.Nodes.All(node => node.Op.Inner is null)
        ? graph
        : graph.Rewrite((net, node, inputs) => net.AddNode(Renewed(pass, node.Op), inputs).Results));

    private static Op Renewed(Pass pass, Op op) => op.Inner is { } body && Run(pass, body) is var renewed && renewed != body ? op.WithInner(renewed) : op;
}
