using StaticNet.Generator.Autodiff;
using StaticNet.Generator.Ir;
using StaticNet.Generator.Ops;
using StaticNet.Generator.Reference;

namespace StaticNet.Generator.Tests.Autodiff;

/// <summary>
/// Compares the gradients of <c>Σ c·y</c> by every parameter, with random <c>c</c>, against central differences of the interpreter
/// in double precision.
/// </summary>
internal static class GradientCheck
{
    private const double H = 1e-5;
    private const string Cotangent = "cotangent";

    /// <summary>
    /// How many elements of all parameters were compared; those at a kink, where the difference depends on the step, are not.
    /// </summary>
    public static int Check(Func<GraphBuilder, Value> build, int batch = 3, int seed = 1)
    {
        var builder = new GraphBuilder();
        Value y = build(builder);
        Value[] parameters = [.. builder.Nodes.Where(n => n.Op is Parameter).Select(n => n.Results[0])];
        Value cotangent = builder.Add(new Input(Cotangent, y.Shape));
        ImmutableArray<Value> gradients = Differentiate.By(builder, builder.Nodes, y, cotangent, parameters);
        Assert.Equal(parameters.Select(p => p.Shape), gradients.Select(g => g.Shape));

        Graph forward = Verifier.Check(builder.Build([new(ResultKind.Output, "y", y)]).Renumber());
        Graph backward = Verifier.Check(builder.Build(
            gradients.Select((g, i) => new GraphResult(ResultKind.Gradient, ((Parameter)parameters[i].Op).Name, g))).Renumber());
        Assert.Equal(backward.ToString(), IrParser.Parse(backward.ToString()).ToString());

        Dictionary<string, double[]> leaves = Numbers(builder.Nodes, batch, seed);
        var results = Run(backward, batch, leaves);
        double[] c = leaves[Cotangent];
        double Loss() => Run(forward, batch, leaves)[forward.Results[0]].Zip(c, (a, b) => a * b).Sum();

        int compared = 0;
        foreach (GraphResult result in backward.Results)
        {
            double[] values = leaves[result.Name], gradient = results[result];
            double largest = gradient.Max(Math.Abs);
            for (int i = 0; i < values.Length; i++)
            {
                double slope = Slope(values, i, H, Loss), tolerance = 1e-6 * (1 + largest);
                if (Math.Abs(slope - Slope(values, i, H / 2, Loss)) > tolerance)
                    continue;
                Assert.True(
                    Math.Abs(slope - gradient[i]) <= tolerance,
                    $"{result.Name}[{i}]: {gradient[i]:R} is not {slope:R} in\n{forward}{backward}");
                compared++;
            }
        }

        return compared;
    }

    // (f(x + h) − f(x − h)) / 2h
    private static double Slope(double[] values, int i, double h, Func<double> loss)
    {
        double x = values[i];
        values[i] = x + h;
        double above = loss();
        values[i] = x - h;
        double below = loss();
        values[i] = x;
        return (above - below) / (2 * h);
    }

    private static IReadOnlyDictionary<GraphResult, double[]> Run(Graph graph, int batch, Dictionary<string, double[]> leaves) =>
        Interpreter.Run(graph, batch, leaf => leaves[leaf.Name], (op, index) => (op.Stream * 17 + index * 7) % 10 / 10.0);

    private static Dictionary<string, double[]> Numbers(IEnumerable<Node> nodes, int batch, int seed)
    {
        var random = new Random(seed);
        return nodes.Where(n => n.Op is Leaf).ToDictionary(
            n => ((Leaf)n.Op).Name,
            n => (double[])[.. Enumerable.Range(0, n.Results[0].Shape.Count.At(batch))
                .Select(_ => n.Results[0].Element == Element.Int32 ? random.Next(3) : 3 * random.NextDouble() - 1.5)]);
    }
}
