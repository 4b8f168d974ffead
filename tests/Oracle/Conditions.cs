extern alias generator;

using generator::StaticNet.Generator.Ir;
using generator::StaticNet.Generator.Ops;

namespace StaticNet.Oracle;

/// <summary>How far a training graph's values are from the kinks of its functions, where the derivative jumps.</summary>
internal sealed class Conditions
{
    // Rounding moves a value by some 1e-7 of the values that it is a sum of; this leaves a factor of a hundred.
    private const double Margin = 1e-5;

    private readonly Graph? _distances;

    public Conditions(Graph graph)
    {
        var builder = new GraphBuilder();
        var copies = new Dictionary<Value, Value>();
        var distances = new List<GraphResult>();
        foreach (Node node in graph.Nodes)
        {
            ImmutableArray<Value> inputs = [.. node.Inputs.Select(v => copies[v])];
            Node copy = builder.AddNode(node.Op, inputs);
            for (int i = 0; i < node.Results.Length; i++)
                copies.Add(node.Results[i], copy.Results[i]);
            if (node.Op is Map map)
            {
                foreach (Scalar distance in map.Body.Subexpressions().OfType<CallScalar>().Select(Distance).OfType<Scalar>())
                    distances.Add(new(ResultKind.Output, $"distance{distances.Count}", builder.Map(distance, inputs)));
            }
        }

        _distances = distances.Count > 0 ? builder.Build(distances).Renumber() : null;
    }

    /// <summary>True if no value is within the margin of a kink; <paramref name="run"/> evaluates the graph of distances.</summary>
    /// <remarks>A distance of exactly 0 is not rounding: what a mask or <c>max(x, 0)</c> made zero is zero in any precision.</remarks>
    public bool AwayFromKinks(Func<Graph, IReadOnlyDictionary<GraphResult, double[]>> run) =>
        _distances is null || run(_distances).Values.All(d =>
        {
            double margin = Margin * Math.Sqrt(d.Sum(x => x * x) / d.Length);
            return d.All(x => x == 0 || Math.Abs(x) >= margin);
        });

    // What changes its sign at the kink.
    private static Scalar? Distance(CallScalar call) => call.Function.Name switch
    {
        "max" or "min" => call.Arguments[0] - call.Arguments[1],
        "abs" or "leakyrelu" or "elu" => call.Arguments[0],
        _ => null,
    };
}
