using StaticNet.Generator.Autodiff;
using StaticNet.Generator.Ir;
using StaticNet.Generator.Ops;
using StaticNet.Generator.Reference;

namespace StaticNet.Generator.Tests.Autodiff;

public class DifferentiateTests
{
    [Fact]
    public void Nothing_flows_through_a_stop() =>
        Assert.Equal([2, 3, 4], Gradient((net, x) => x * net.Stop(net.Map(a => a + 1, x)), 1, 2, 3));

    [Fact]
    public void What_is_behind_a_stop_has_gradient_zero() => Assert.Equal([0, 0, 0], Gradient((net, x) => net.Stop(x), 1, 2, 3));

    [Fact]
    public void What_the_root_does_not_read_has_gradient_zero() => Assert.Equal([0, 0, 0], Gradient((net, _) => net.Number(1), 1, 2, 3));

    [Fact]
    public void The_root_itself_has_the_seed() => Assert.Equal([1, 1, 1], Gradient((_, x) => x, 1, 2, 3));

    [Fact]
    public void Equal_maxima_share() => Assert.Equal([0, 0.5, 0.5], Gradient((net, x) => net.Max(x, 0), 1, 2, 2));

    [Fact]
    public void Cotangents_of_several_readers_add() => Assert.Equal([3, 5, 7], Gradient((net, x) => net.Map(a => a * a, x) + x, 1, 2, 3));

    [Fact]
    public void A_derivative_that_mentions_the_function_reads_the_result()
    {
        var builder = new GraphBuilder();
        Value x = builder.Add(new Parameter("x", new(3)));
        Value y = builder.Map(Scalar.Tanh, x);
        Value dx = Differentiate.By(builder, builder.Nodes, y, builder.Add(new Input("dy", new(3))), [x])[0];
        Assert.Equal("map a * (1 - b * b)", dx.Op.Text);
        Assert.Equal(y, dx.Node.Inputs[1]);
    }

    [Fact]
    public void A_gradient_carries_the_label_of_its_layer()
    {
        var builder = new GraphBuilder();
        Value x = builder.Add(new Parameter("x", new(3)));
        builder.Label = "tanh1";
        Value y = builder.Map(Scalar.Tanh, x);
        builder.Label = "exp1";
        Value z = builder.Map(Scalar.Exp, y);
        Value dx = Differentiate.By(builder, builder.Nodes, z, z, [x])[0];
        Assert.Equal("tanh1", dx.Node.Label);
    }

    [Fact]
    public void A_gradient_by_a_value_between_is_complete()
    {
        var builder = new GraphBuilder();
        Value x = builder.Add(new Parameter("x", new(1)));
        Value h = builder.Map(a => a * 3, x);
        Value y = builder.Map(a => a * a, h) + h;
        Value dh = Differentiate.By(builder, builder.Nodes, y, builder.BroadcastTo(builder.Number(1), new(1)), [h])[0];
        Assert.Equal([13], Run(builder, dh, 2));
    }

    private static double[] Gradient(Func<GraphBuilder, Value, Value> f, params double[] x)
    {
        var builder = new GraphBuilder();
        Value leaf = builder.Add(new Parameter("x", new(x.Length)));
        Value y = f(builder, leaf);
        Value seed = builder.BroadcastTo(builder.Number(1), y.Shape);
        return Run(builder, Differentiate.By(builder, builder.Nodes, y, seed, [leaf])[0], x);
    }

    private static double[] Run(GraphBuilder builder, Value value, params double[] x)
    {
        Graph graph = Verifier.Check(builder.Build([new(ResultKind.Gradient, "x", value)]).Renumber());
        return Interpreter.Run(graph, 1, _ => x, (_, _) => 0)[graph.Results[0]];
    }
}
