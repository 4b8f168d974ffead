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
                foreach (Scalar distance in map.Body.Subexpressions().OfType<CallScalar>().Select(call => call.Function.Kink?.Invoke(call.Arguments)).OfType<Scalar>())
                    distances.Add(new(ResultKind.Output, $"distance{distances.Count}", builder.Map(distance, inputs)));
            }
        }

        _distances = distances.Count > 0 ? builder.Build(distances).Renumber() : null;
    }

    /// <summary>
    /// True if no value is within the margin of a kink, nor on its other side in a run that rounds; <paramref name="runs"/> evaluate the graph of
    /// distances, the first exactly.
    /// </summary>
    /// <remarks>A distance of exactly 0 is not rounding: what a mask or <c>max(x, 0)</c> made zero is zero in any precision.</remarks>
    public bool AwayFromKinks(IReadOnlyList<Func<Graph, IReadOnlyDictionary<GraphResult, double[]>>> runs)
    {
        if (_distances is null)
            return true;
        var exact = runs[0](_distances);
        return exact.Values.All(IsFar) && runs.Skip(1).All(run => run(_distances).All(d => AreOnTheSideOf(exact[d.Key], d.Value)));
    }

    private static bool IsFar(double[] distances)
    {
        double margin = Margin * Math.Sqrt(distances.Sum(x => x * x) / distances.Length);
        return distances.All(x => x == 0 || Math.Abs(x) >= margin);
    }

    private static bool AreOnTheSideOf(double[] exact, double[] rounded) => exact.Zip(rounded).All(p => p.First == 0 || Math.Sign(p.First) == Math.Sign(p.Second));
}
