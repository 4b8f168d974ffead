using StaticNet.Generator.Ir;
using StaticNet.Generator.Ops;

namespace StaticNet.Generator.Reference;

/// <summary>The numbers of a leaf, in the order of its logical shape at the batch that is run.</summary>
internal delegate double[] LeafNumbers(Leaf leaf);

/// <summary>The random number of element <paramref name="index"/>, from the distribution of the op.</summary>
internal delegate double RandomNumber(Draw op, long index);

/// <summary>A node to be evaluated, with the numbers of its operands.</summary>
internal sealed class Evaluation(
    Node node, ImmutableArray<double[]> inputs, int batch, LeafNumbers leaf, RandomNumber random, Func<Graph, LeafNumbers, double[][]> run)
{
    public int Batch => batch;

    public ImmutableArray<double[]> Inputs => inputs;

    public ImmutableArray<Extents> InputExtents { get; } = [.. node.Inputs.Select(v => new Extents(v.Shape, batch))];

    /// <summary>The extents of the first result.</summary>
    public Extents Result { get; } = new(node.Results[0].Shape, batch);

    public double[] Leaf(Leaf op)
    {
        double[] values = leaf(op);
        return values.Length == Result.Count
            ? values
            : throw new ArgumentException(
                $"{op.Text} {op.Shape} holds {Result.Count} numbers at n = {batch}, but {values.Length} were given");
    }

    /// <summary>The results of a body, whose leaves are given.</summary>
    public double[][] Run(Graph body, LeafNumbers arguments) => run(body, arguments);

    public double[] Random(Draw op)
    {
        var values = new double[Result.Count];
        for (int i = 0; i < values.Length; i++)
            values[i] = random(op, i);
        return values;
    }
}
