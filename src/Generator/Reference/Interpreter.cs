using StaticNet.Generator.Ir;

namespace StaticNet.Generator.Reference;

/// <summary>Evaluates a graph in double precision, node by node: what every kernel is measured against.</summary>
internal static class Interpreter
{
    /// <summary>
    /// The numbers of each result for a batch of <paramref name="batch"/>, in the order of its logical shape, the last axis fastest.
    /// Integers are given and returned as doubles. Neither <paramref name="leaf"/>'s arrays nor the results may be written:
    /// they may be the same.
    /// </summary>
    /// <param name="graph">The graph.</param>
    /// <param name="batch">The number of samples.</param>
    /// <param name="leaf">The numbers of the leaves.</param>
    /// <param name="random">The random numbers.</param>
    /// <param name="edit">What a node's numbers become before others read them; by default they stay.</param>
    /// <exception cref="ArgumentException">A leaf's array has another length than its shape at this batch.</exception>
    public static IReadOnlyDictionary<GraphResult, double[]> Run(Graph graph, int batch, LeafNumbers leaf, RandomNumber random, Func<Node, double[], double[]>? edit = null)
    {
        var values = new Dictionary<Value, double[]>();
        foreach (Node node in graph.Nodes)
        {
            var evaluation = new Evaluation(node, [.. node.Inputs.Select(v => values[v])], batch, leaf, random, Body);
            double[][] results = Evaluators.Run(node.Op, evaluation);
            for (int i = 0; i < results.Length; i++)
                values.Add(node.Results[i], edit is null ? results[i] : edit(node, results[i]));
        }

        return graph.Results.ToDictionary(r => r, r => values[r.Value]);

        double[][] Body(Graph body, LeafNumbers arguments)
        {
            var results = Run(body, batch, arguments, random, edit);
            return [.. body.Results.Select(r => results[r])];
        }
    }
}
