using StaticNet.Generator.Ir;
using StaticNet.Generator.Ops;
using StaticNet.Generator.Passes;
using StaticNet.Generator.Reference;

namespace StaticNet.Generator.Tests;

/// <summary>Values of a graph under construction as numbers, before and after the passes, which must agree.</summary>
internal static class Evaluated
{
    /// <summary>The numbers of each value; every leaf has some of its own, integers from 0 to 2.</summary>
    public static Tensor[] Of(GraphBuilder net, int batch, params Value[] values)
    {
        Graph graph = Verifier.Check(net.Build(values.Select((v, i) => new GraphResult(ResultKind.Output, $"y{i}", v))).Renumber());
        Assert.Equal(graph.ToString(), IrParser.Parse(graph.ToString()).ToString());
        Tensor[] numbers = Run(graph, batch);
        Tensor[] simplified = Run(PassList.Run(graph, simplify: true, CancellationToken.None), batch);
        foreach (var (expected, actual) in numbers.Zip(simplified))
            expected.AssertEqual(actual);
        return numbers;
    }

    public static double[] Numbers(Leaf leaf, int batch)
    {
        var random = new Random(leaf.Name.Aggregate(1, (seed, letter) => seed * 31 + letter));
        return [.. Enumerable.Range(0, leaf.Shape.Count.At(batch))
            .Select(_ => leaf is Input { Type: Element.Int32 } ? random.Next(3) : 3 * random.NextDouble() - 1.5)];
    }

    private static Tensor[] Run(Graph graph, int batch)
    {
        var results = Interpreter.Run(graph, batch, leaf => Numbers(leaf, batch), (op, index) => (op.Stream * 17 + index * 7) % 10 / 10.0);
        return [.. graph.Results.Select(r => new Tensor([.. r.Value.Shape.Dims.Select(d => d.At(batch))], results[r]))];
    }
}
