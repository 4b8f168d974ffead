using StaticNet.Generator.Ir;
using StaticNet.Generator.Ops;
using StaticNet.Generator.Passes;
using StaticNet.Generator.Reference;

namespace StaticNet.Generator.Tests.Passes;

public class PassPropertyTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Passes_keep_every_value(int batch)
    {
        for (int seed = 0; seed < 200; seed++)
        {
            Graph before = RandomGraphs.Of(seed);
            double[][] expected = Values(before, batch);
            Graph after = before;
            foreach (var (name, run) in PassList.All)
            {
                after = Verifier.Check(Bodies.Run(run, after));
                Compare(before, expected, after, batch, $"seed {seed} after {name}");
            }

            after = PassList.Run(before, true, CancellationToken.None);
            Compare(before, expected, after, batch, $"seed {seed}");
            Assert.Equal(after.ToString(), PassList.Run(after, true, CancellationToken.None).ToString());
        }
    }

    private static void Compare(Graph before, double[][] expected, Graph after, int batch, string what)
    {
        double[][] actual = Values(after, batch);
        double scale = 1 + expected.Max(result => result.Max(Math.Abs));
        for (int i = 0; i < expected.Length; i++)
        {
            // What cancels leaves the rounding of what it was made of.
            for (int j = 0; j < expected[i].Length; j++)
            {
                if (!(Math.Abs(expected[i][j] - actual[i][j]) <= 1e-12 * scale))
                    Assert.Fail($"{what}: {before.Results[i]} {expected[i][j]:R} {actual[i][j]:R}\n{before}\n=>\n{after}");
            }
        }
    }

    private static double[][] Values(Graph graph, int batch)
    {
        var values = Interpreter.Run(graph, batch, leaf => Numbers(leaf, batch), (op, index) => 0.5);
        return [.. graph.Results.Select(r => values[r])];
    }

    private static double[] Numbers(Leaf leaf, int batch)
    {
        var random = new Random(leaf.Name.Length * 100 + leaf.Name[0]);
        bool integers = leaf is Input { Type: Element.Int32 };
        return [.. Enumerable.Range(0, leaf.Shape.Count.At(batch)).Select(_ => integers ? random.Next(4) : random.NextDouble() * 2 - 1)];
    }
}
