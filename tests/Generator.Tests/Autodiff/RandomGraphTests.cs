using CsCheck;
using StaticNet.Generator.Ir;
using StaticNet.Generator.Ops;

namespace StaticNet.Generator.Tests.Autodiff;

/// <summary>Gradients through random graphs, in which values have several readers.</summary>
public class RandomGraphTests
{
    private static readonly Shape[] Shapes = [new(3, 2), new(2, 3), new(Dim.N, 2), new(1, 3), new(Dim.N, 1), new(2, Dim.N), new(3, 3)];

    [Fact]
    public void The_gradient_of_a_random_graph_is_its_slope()
    {
        int compared = 0;
        Cases.Check(
            Gen.Select(Gen.Int[0, 999].Array[6, 60], Gen.Int[1, 3]),
            (choices, batch) => compared += GradientCheck.Check(builder => Build(builder, choices), batch, seed: choices[0]),
            60);
        Assert.True(compared > 1000, $"only {compared} elements were compared");
    }

    // Three choices a node: the op, and two operands among the values so far; the result adds all values that nothing reads.
    private static Value Build(GraphBuilder builder, int[] choices)
    {
        List<Value> values = [.. Shapes.Take(3 + choices[0] % 5).Select((shape, i) => builder.Add(new Parameter($"p{i}", shape)))];
        for (int i = 1; i + 2 < choices.Length; i += 3)
        {
            if (Node(builder, choices[i], values[choices[i + 1] % values.Count], values[^(1 + choices[i + 2] % values.Count)]) is { } made)
                values.Add(made);
        }

        HashSet<Value> read = [.. builder.Nodes.SelectMany(n => n.Inputs)];
        return values.Where(v => !read.Contains(v)).Select(v => builder.MeanOfAll(v)).Aggregate((a, b) => a + b);
    }

    // Null where the operands do not fit.
    private static Value? Node(GraphBuilder builder, int choice, Value a, Value b)
    {
        try
        {
            int variant = choice / 9;
            return (choice % 9) switch
            {
                0 => builder.Map(Scalar.Tanh, a),
                1 => builder.Map(x => Scalar.Max(x, 0), a),
                2 => a + b,
                3 => builder.Map((x, y) => Scalar.Sigmoid(x) * y + Scalar.Column, a, b),
                4 => builder.Sum(a, variant % 2),
                5 => builder.Max(a, variant % 2),
                6 => builder.Reshape(a, variant % 2 == 0 ? new(a.Shape.Count, 1) : new(1, a.Shape.Count)),
                7 => builder.MatMul(builder.Map(Scalar.Tanh, a), b, variant % 2 == 0, variant / 2 % 2 == 0),
                _ => builder.Cut(builder.Map((x, y) => Scalar.Exp(Scalar.Tanh(x - y)), a, b)),
            };
        }
        catch (ShapeError)
        {
            return null;
        }
    }
}
