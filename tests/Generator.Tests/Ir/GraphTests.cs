using StaticNet.Generator.Ir;
using StaticNet.Generator.Ops;
using StaticNet.Generator.Reference;

namespace StaticNet.Generator.Tests.Ir;

public class GraphTests
{
    private const string Text = """
        %0 = input x                  [n,4]
        %1 = map exp(a) : %0          [n,4]   exp1
        %2 = map a + b : %1 %1        [n,4]   add1
        output y %2

        """;

    [Fact]
    public void Only_what_the_results_reach_stays()
    {
        var builder = new GraphBuilder();
        Value x = builder.Add(new Input("x", new(Dim.N, 4)));
        Value unused = builder.Map(Scalar.Exp, x);
        Value y = builder.Map(Scalar.Tanh, x);
        Graph graph = builder.Build([new(ResultKind.Output, "y", y)]);
        Assert.Equal([x.Node, y.Node], graph.Nodes.ToArray());
        Assert.DoesNotContain(unused.Node, graph.Nodes);
        Assert.Equal([0, 1], graph.Renumber().Nodes.Select(n => n.Id));
    }

    [Fact]
    public void A_rewrite_that_changes_nothing_is_the_graph_itself()
    {
        Graph graph = IrParser.Parse(Text);
        Assert.Same(graph, graph.Rewrite((builder, node, inputs) => builder.AddNode(node.Op, inputs).Results));
    }

    [Fact]
    public void A_rewrite_renews_every_node_with_its_label()
    {
        Graph graph = IrParser.Parse(Text);
        Graph copy = graph.Rewrite((builder, node, inputs) =>
        {
            if (node.Id == 1)
                builder.Number(0);
            return builder.AddNode(node.Op, inputs).Results;
        });
        Assert.Equal(graph.ToString(), copy.ToString());
        Assert.Empty(graph.Nodes.Intersect(copy.Nodes));
    }

    [Fact]
    public void A_rewrite_may_skip_a_node()
    {
        Graph graph = IrParser.Parse(Text).Rewrite((builder, node, inputs) =>
            node.Label == "exp1" ? inputs : builder.AddNode(node.Op, inputs).Results);
        Assert.Equal(["input x", "map a + b"], graph.Nodes.Select(n => n.Op.Text));
        Assert.Equal(graph.Nodes[0].Results[0], graph.Nodes[1].Inputs[1]);
    }

    [Fact]
    public void Readers_are_counted_once()
    {
        Graph graph = IrParser.Parse(Text);
        ILookup<Value, Node> readers = graph.Readers();
        Assert.Equal([graph.Nodes[2]], readers[graph.Nodes[1].Results[0]]);
        Assert.Empty(readers[graph.Nodes[2].Results[0]]);
    }
}
